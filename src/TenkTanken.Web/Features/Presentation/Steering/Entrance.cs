using TenkTanken.Content;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>Reads the token in the address of a screen. Such a request leaves no line in the log, and is kept nowhere.</summary>
internal sealed class Entrance(PageContext page, SteeringToken tokens)
{
    /// <param name="role">The screen that is asked for. A token for the other opens none.</param>
    public (Lesson? Lesson, Ticket? Ticket, SteeringProblem? Problem) Enter(HttpContext context, string? token, Role role)
    {
        context.Mark<NotLogged>();
        context.Mark<NotForReaders>();
        var (lesson, read) = (page.Requested?.Lesson, tokens.Read(token));
        SteeringProblem? problem = lesson is null || read is null || read.Ticket.Lesson != lesson.Id || read.Ticket.Role != role ? SteeringProblem.Unknown
            : read.IsLate ? SteeringProblem.Late
            : null;
        if (problem is not null)
        {
            // Of what nobody knows as well: a page of the framework's that says 404 has no words of its own. And it may have been good once,
            // under keys that are gone.
            context.Response.StatusCode = StatusCodes.Status410Gone;
        }

        return problem is null ? (lesson, read!.Ticket, null) : (null, null, problem);
    }

    /// <summary>The address of the slides, for whoever steers them.</summary>
    public string WallOf(Ticket ticket, Lesson lesson, PresenterChoices choices) =>
        SteeringAddresses.Wall(lesson, tokens.Write(ticket with { Role = Role.Wall }), choices.PartsQuery);
}
