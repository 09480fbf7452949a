using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using TenkTanken.Content;
using TenkTanken.Data.Rooms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>A case that a room is asked about: which signs one notices in it, or what one would do first.</summary>
/// <param name="IsAboutSteps">What one would do; otherwise what one notices.</param>
/// <param name="Options">What one can choose, by id.</param>
public sealed partial record AskedCase(Case Case, bool IsAboutSteps, IReadOnlyList<(string Id, Html Words)> Options)
{
    /// <summary>Before the id of the case, in what a button sends.</summary>
    public const string Ask = "ask-";

    /// <inheritdoc cref="Ask"/>
    public const string AskForSteps = "steps-";

    /// <summary>What a button asks for; null where it is none of those.</summary>
    public static AskedCase? Of(string action, EditionWords words)
    {
        var isAboutSteps = action.StartsWith(AskForSteps, StringComparison.Ordinal);
        var id = isAboutSteps ? action[AskForSteps.Length..] : action.StartsWith(Ask, StringComparison.Ordinal) ? action[Ask.Length..] : "";

        return words.Case(id) is { } story && (!isAboutSteps || CanAskForSteps(story)) ? Of(story, isAboutSteps, words) : null;
    }

    /// <summary>What was asked; null where an editor has taken the case away meanwhile. What is gone is called by its id.</summary>
    public static AskedCase? Of(Question question, EditionWords words)
    {
        if (words.Case(question.Name) is not { } story)
        {
            return null;
        }

        var known = Of(story, question.IsSingle, words).Options.ToDictionary(option => option.Id, option => option.Words);

        return new(story, question.IsSingle, [.. question.Options.Select(id => (id, known.GetValueOrDefault(id, Plain(id))))]);
    }

    /// <summary>Whether the case says what one might do.</summary>
    public static bool CanAskForSteps(Case story) => story.Choices.Count > 0;

    public string Asks(UiTexts texts) => IsAboutSteps ? texts.LabelOf(PartKind.Choices) : texts.Workshop.Question;

    public Question Question() => new(Case.Id, [.. Options.Select(option => option.Id)], IsAboutSteps);

    private static AskedCase Of(Case story, bool isAboutSteps, EditionWords words) => new(
        story,
        isAboutSteps,
        isAboutSteps
            ? [.. story.Choices.Select((choice, place) => ((place + 1).ToString(CultureInfo.InvariantCulture), choice))]
            : [.. words.Checklist.Signs.Select(sign => (sign.Id, Plain(sign.Title)))]);

    /// <summary>Without what is only for a page.</summary>
    public static string Text(Html words) => WebUtility.HtmlDecode(Tags().Replace(words.Value, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    private static Html Plain(string text) => new(HtmlEncoder.Default.Encode(text));
}
