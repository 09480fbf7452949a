using TenkTanken.Content;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>What a press of the trainer leads to: always back to her page, as the room is then.</summary>
internal sealed class TrainerHandler(Rooms rooms, LiveRooms live)
{
    public const string ActionField = "gjor";

    /// <summary>The vote she saw. What was pressed twice is done once.</summary>
    public const string SeenField = "avstemning";

    public const string Again = "again";
    public const string Open = "open";
    public const string Close = "close";
    public const string Reveal = "reveal";
    public const string Hide = "hide";
    public const string End = "end";

    public async Task<TrainerScreen> AnswerAsync(FormFields fields, Room room, EditionWords words)
    {
        var seen = fields.Text(SeenField) is { Length: > 0 } vote ? vote : null;
        var action = fields.Text(ActionField) ?? "";
        var end = action switch
        {
            Again when seen is not null => await rooms.AskAgainAsync(room.Id, seen),
            Open or Close when seen is not null => await rooms.SetOpenAsync(room.Id, seen, action == Open),
            Reveal or Hide when seen is not null => await rooms.SetRevealedAsync(room.Id, seen, action == Reveal),
            End => await rooms.EndAsync(room.Id),
            _ when AskedCase.Of(action, words) is { } asked => await rooms.AskAsync(room.Id, seen, asked.Question()),
            _ => RoomEnd.Closed,
        };
        live.Tell(room.Id);

        return end switch
        {
            RoomEnd.NotStored => new(RoomProblem.NotStored) { Status = StatusCodes.Status503ServiceUnavailable },
            RoomEnd.Full => new(RoomProblem.Full) { Status = StatusCodes.Status503ServiceUnavailable },
            // What is over says so itself, and who came too late sees where the other has gone.
            _ => new() { Status = StatusCodes.Status303SeeOther },
        };
    }
}

/// <summary>The page from which a room is led.</summary>
internal sealed record TrainerScreen(RoomProblem? Problem = null) : Screen;

/// <summary>Why something was not done.</summary>
internal enum RoomProblem
{
    NotStored,
    Full,
    Closed,
    NoAnswer,
}
