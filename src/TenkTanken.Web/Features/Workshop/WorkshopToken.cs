using Microsoft.AspNetCore.DataProtection;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Stands in the address of a screen, and says what it may in which room.</summary>
public sealed class WorkshopToken(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly TimedToken _token = new(protection, "TenkTanken.Workshop", Rooms.Life, time);

    internal string Write(Ticket ticket) => _token.Write($"{ticket.Role} {ticket.Room} {ticket.Participant} {ticket.Lesson}");

    /// <summary>Null for what is no token of ours, and when its time is over.</summary>
    internal Ticket? Read(string? token) =>
        _token.Read(token) is { IsLate: false } read
        && read.Text.Split(' ') is [var role, var room, var participant, var lesson]
        && Enum.TryParse<RoomRole>(role, out var known)
            ? new Ticket(room, known, participant, lesson)
            : null;
}

internal enum RoomRole
{
    /// <summary>Says what is asked and what is shown.</summary>
    Trainer,

    /// <summary>Only listens.</summary>
    Wall,

    /// <summary>Answers, for one participant.</summary>
    Phone,
}

/// <param name="Participant">Of a phone alone.</param>
/// <param name="Lesson">Of the trainer alone: what the room goes through; empty where it is no lesson.</param>
internal sealed record Ticket(string Room, RoomRole Role, string Participant = "", string Lesson = "");
