using Microsoft.AspNetCore.DataProtection;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>Stands in the address of a screen, and says what it may. It outlives a restart, which the channel itself does not.</summary>
public sealed class SteeringToken(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly TimedToken _token = new(protection, "TenkTanken.Presentation.Steering", Life, time);

    internal string Write(Ticket ticket) => _token.Write($"{ticket.Channel} {(ticket.Role == Role.Presenter ? "p" : "w")} {ticket.Lesson}");

    /// <summary>Null for what is no token of ours.</summary>
    internal ReadTicket? Read(string? token) =>
        _token.Read(token) is var (text, isLate) && text.Split(' ') is [var channel, "p" or "w", var lesson] parts
            ? new(new Ticket(channel, parts[1] == "p" ? Role.Presenter : Role.Wall, lesson), isLate)
            : null;
}

internal enum Role
{
    /// <summary>Only listens.</summary>
    Wall,

    Presenter,
}

/// <param name="Channel">Its id, drawn by us.</param>
/// <param name="Lesson">Its id.</param>
internal sealed record Ticket(string Channel, Role Role, string Lesson);

/// <param name="IsLate">Its twelve hours are over.</param>
internal sealed record ReadTicket(Ticket Ticket, bool IsLate);
