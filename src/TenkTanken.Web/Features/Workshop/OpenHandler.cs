using TenkTanken.Content;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Forms;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Opens a room, and leads to the page from which it is led.</summary>
internal sealed class OpenHandler(Rooms rooms, WorkshopToken tokens, Settings settings)
{
    public const string AddressField = "adresse";

    /// <summary>Sent where it is a rehearsal.</summary>
    public const string RehearsalField = "ovelse";

    public const string Yes = "ja";

    /// <summary>What is asked before anything was sent: nothing, where the site knows its own address.</summary>
    public OpenScreen First(HttpContext context) => new(settings.Address is null ? PhoneAddress.Guess(context) : null);

    public async Task<OpenScreen> AnswerAsync(FormFields fields, Page trainers)
    {
        var typed = fields.Text(AddressField);
        var isRehearsal = fields.Text(RehearsalField) == Yes;
        if ((settings.Address?.Of("") ?? PhoneAddress.Read(typed)) is not { } address)
        {
            return new(typed ?? "") { IsRehearsal = isRehearsal, Problem = OpenProblem.Address, Status = StatusCodes.Status422UnprocessableEntity };
        }

        var (end, room) = await rooms.OpenAsync(address, isRehearsal);

        return room is null
            ? new(typed)
            {
                IsRehearsal = isRehearsal,
                Problem = end == RoomEnd.Full ? OpenProblem.Full : OpenProblem.NotStored,
                Status = StatusCodes.Status503ServiceUnavailable,
            }
            : new(typed)
            {
                Trainer = WorkshopAddresses.Trainer(trainers, tokens.Write(new Ticket(room.Id, RoomRole.Trainer))),
                Status = StatusCodes.Status303SeeOther,
            };
    }
}

/// <summary>A room can be opened.</summary>
/// <param name="Address">Where phones find the site; null: nobody is asked.</param>
internal sealed record OpenScreen(string? Address) : Screen
{
    public OpenProblem? Problem { get; init; }

    /// <summary>It was ticked that it is one.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>From here the room is led.</summary>
    public string? Trainer { get; init; }
}

/// <summary>Why no room was opened.</summary>
internal enum OpenProblem
{
    Address,
    Full,
    NotStored,
}
