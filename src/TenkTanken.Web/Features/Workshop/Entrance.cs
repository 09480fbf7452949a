using TenkTanken.Data.Rooms;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Reads the token in the address of a screen. Such a request leaves no line in the log, and is kept nowhere.</summary>
internal sealed class Entrance(WorkshopToken tokens, LiveRooms live, Rooms rooms)
{
    /// <param name="role">The screen that is asked for. A token for another opens none.</param>
    /// <returns>Null where the address opens nothing, and never will.</returns>
    public Entered? Enter(HttpContext context, string? token, RoomRole role)
    {
        context.Mark<NotLogged>();
        context.Mark<NotForReaders>();
        if (tokens.Read(token) is { } ticket && ticket.Role == role)
        {
            return new Entered(ticket, live.Find(ticket.Room));
        }

        // Of what nobody knows as well: a page of the framework's that says 404 has no words of its own.
        context.Response.StatusCode = StatusCodes.Status410Gone;

        return null;
    }

    /// <summary>The screen of a phone, and what has been answered on it.</summary>
    public async Task<EnteredPhone?> EnterPhoneAsync(HttpContext context, string? token)
    {
        if (Enter(context, token, RoomRole.Phone) is not { } entered)
        {
            return null;
        }

        var answered = entered.Seen?.Room.Current is { } vote
            ? await rooms.ChosenAsync(entered.Ticket.Room, vote.Id, entered.Ticket.Participant, context.RequestAborted)
            : null;

        return new EnteredPhone(entered, answered);
    }
}

/// <param name="Seen">Null: the room is over. Its screens still follow it, and say so.</param>
internal sealed record Entered(Ticket Ticket, SeenRoom? Seen)
{
    /// <summary>Which version of itself the page shows.</summary>
    public string Version => Seen is null ? RoomScreens.Over : Ticket.Role == RoomRole.Phone ? Seen.PhoneVersion : Seen.Version;
}

/// <param name="Answered">Ids of what was chosen of what is asked now; null: nothing has been answered.</param>
internal sealed record EnteredPhone(Entered Entered, IReadOnlyList<string>? Answered);
