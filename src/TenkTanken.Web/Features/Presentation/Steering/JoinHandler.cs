using TenkTanken.Content;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>What four words lead to that somebody has typed.</summary>
internal sealed class JoinHandler(Channels channels, SteeringToken tokens, TriedWords tried, ContentLibrary library)
{
    public const string WordsField = "ord";

    public JoinScreen Answer(FormFields fields, Language language)
    {
        var typed = fields.Text(WordsField) ?? "";
        if (!tried.Allow())
        {
            return new(typed) { IsTooMany = true, Status = StatusCodes.Status429TooManyRequests };
        }

        var read = typed.Length <= PairingWords.LongestText ? PairingWords.Typed(typed, library.Texts.Values) : [];

        return channels.Open(read) is var (channel, words) && LessonOf(channel, language) is { } lesson
            ? new(typed)
            {
                Steers = SteeringAddresses.Presenter(lesson, tokens.Write(new Ticket(channel.Id, Role.Presenter, lesson.Id)), words.Query),
                Status = StatusCodes.Status303SeeOther,
            }
            : new(typed) { Status = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>None where an editor has taken it away meanwhile.</summary>
    private Lesson? LessonOf(Channel channel, Language language) =>
        library.Lessons[language.Code].FirstOrDefault(lesson => lesson.Id == channel.Lesson);
}

/// <summary>The words are asked for.</summary>
/// <param name="Typed">What was typed, to stand there again.</param>
public sealed record JoinScreen(string Typed) : Screen
{
    /// <summary>None was looked at.</summary>
    public bool IsTooMany { get; init; }

    /// <summary>The address from which one steers now.</summary>
    public string? Steers { get; init; }

    public bool IsRefused => Status >= StatusCodes.Status400BadRequest;
}
