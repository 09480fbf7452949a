using TenkTanken.Content;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>What a press of a presenter leads to: always back to her page, as the slides are then.</summary>
internal sealed class PresenterHandler(Channels channels, TimeProvider time)
{
    public const string ActionField = "gjor";
    public const string PositionField = "plass";

    public const string Next = "next";
    public const string Previous = "previous";
    public const string Blank = "blank";
    public const string Start = "start";
    public const string Stop = "stop";
    public const string Reset = "reset";
    public const string LetIn = "let-in";
    public const string End = "end";

    /// <summary>Before the id of a slide.</summary>
    public const string GoTo = "to-";

    /// <param name="words">How many there are to draw from, where another is let in.</param>
    public PresenterScreen Answer(FormFields fields, Ticket ticket, PresenterChoices choices, int words)
    {
        var lesson = choices.Lesson;
        var seen = Position.Read(fields.Text(PositionField), lesson) ?? Position.UnknownOf(lesson);
        if (channels.FindOrRecall(ticket, seen) is not { } channel)
        {
            return new(SteeringProblem.Full) { Status = StatusCodes.Status503ServiceUnavailable };
        }

        var action = fields.Text(ActionField) ?? "";
        var now = time.GetUtcNow();
        switch (action)
        {
            case Blank:
                channel.Move(seen, there => there with { IsBlank = !there.IsBlank });
                break;
            case Start:
                channel.Set(seen, there => there with { Timer = there.Timer.Start(now) });
                break;
            case Stop:
                channel.Set(seen, there => there with { Timer = there.Timer.Stop(now) });
                break;
            case Reset:
                channel.Set(seen, there => there with { Timer = there.Timer.Reset(now) });
                break;
            case End:
                channel.Set(seen, there => there with { IsEnded = true });
                break;
            case LetIn:
                channel.Hear(seen, Role.Presenter);
                channels.Offer(channel, words, choices.PartsQuery);
                break;
            default:
                if (Target(action, choices.At(seen), choices.Slides) is { } target)
                {
                    channel.Move(seen, there => there.Slide == target.Id ? there : there with { Slide = target.Id, Timer = there.Timer.Turn(now) });
                }

                break;
        }

        return new() { LetsIn = action == LetIn, Status = StatusCodes.Status303SeeOther };
    }

    /// <summary>From the slide she saw, among those she has chosen.</summary>
    private static Slide? Target(string action, int at, IReadOnlyList<Slide> slides) => action switch
    {
        Next => slides[Math.Min(at + 1, slides.Count - 1)],
        Previous => slides[Math.Max(at - 1, 0)],
        _ when action.StartsWith(GoTo, StringComparison.Ordinal) => slides.FirstOrDefault(slide => slide.Id == action[GoTo.Length..]),
        _ => null,
    };
}

/// <summary>The page from which the slides are steered.</summary>
/// <param name="Problem">Why it is not there.</param>
public sealed record PresenterScreen(SteeringProblem? Problem = null) : Screen
{
    /// <summary>The words for another are to be shown.</summary>
    public bool LetsIn { get; init; }
}

/// <summary>Why an address opens nothing.</summary>
public enum SteeringProblem
{
    Late,
    Unknown,
    Full,
}
