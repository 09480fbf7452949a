using TenkTanken.Data.Rooms;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>What an answer leads to that was sent from a phone.</summary>
internal sealed class PhoneHandler(Rooms rooms, LiveRooms live)
{
    /// <summary>The form's name.</summary>
    public const string Form = "answer";

    public const string VoteField = "avstemning";

    public const string ChosenField = "valg";

    public async Task<PhoneScreen> AnswerAsync(FormFields fields, Ticket ticket, Room room)
    {
        var vote = room.Votes.FirstOrDefault(asked => asked.Id == fields.Text(VoteField));
        var chosen = fields.Several(ChosenField, vote?.Question.Options ?? []);
        var end = vote is null ? RoomEnd.Gone
            : fields.Understood ? await rooms.AnswerAsync(room.Id, vote.Id, ticket.Participant, chosen)
            : RoomEnd.NoAnswer;
        live.TellSoon(room.Id);

        return end switch
        {
            RoomEnd.Done => new() { Status = StatusCodes.Status303SeeOther },
            RoomEnd.NotStored => new(RoomProblem.NotStored) { Status = StatusCodes.Status503ServiceUnavailable, Chosen = chosen },
            RoomEnd.NoAnswer => new(RoomProblem.NoAnswer) { Status = StatusCodes.Status422UnprocessableEntity, Chosen = chosen },
            _ => new(RoomProblem.Closed) { Status = StatusCodes.Status409Conflict, Chosen = chosen },
        };
    }
}

/// <summary>What is asked, on a phone.</summary>
internal sealed record PhoneScreen(RoomProblem? Problem = null) : Screen
{
    /// <summary>What was ticked when it was sent; null: as it was answered last.</summary>
    public IReadOnlyList<string>? Chosen { get; init; }

    public override bool IsTickedOn => Problem is not null;
}
