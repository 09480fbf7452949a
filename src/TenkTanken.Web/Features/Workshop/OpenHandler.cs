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

    /// <summary>The lesson that the room goes through; nothing where it is none.</summary>
    public const string LessonField = "opplegg";

    public const string Yes = "ja";

    /// <summary>What is asked before anything was sent: nothing, where the site knows its own address.</summary>
    public OpenScreen First(HttpContext context) => new(settings.Address is null ? PhoneAddress.Guess(context) : null);

    /// <param name="lessons">Those one can choose.</param>
    public async Task<OpenScreen> AnswerAsync(FormFields fields, Page trainers, IReadOnlyList<Lesson> lessons)
    {
        var typed = fields.Text(AddressField);
        var isRehearsal = fields.Text(RehearsalField) == Yes;
        var lesson = lessons.FirstOrDefault(one => one.Id == fields.Text(LessonField))?.Id ?? "";
        var asked = new OpenScreen(typed) { IsRehearsal = isRehearsal, Lesson = lesson };
        if ((settings.Address?.Of("") ?? PhoneAddress.Read(typed)) is not { } address)
        {
            return asked with { Address = typed ?? "", Problem = OpenProblem.Address, Status = StatusCodes.Status422UnprocessableEntity };
        }

        var (end, room) = await rooms.OpenAsync(address, isRehearsal);

        return room is null
            ? asked with
            {
                Problem = end == RoomEnd.Full ? OpenProblem.Full : OpenProblem.NotStored,
                Status = StatusCodes.Status503ServiceUnavailable,
            }
            : asked with
            {
                Trainer = WorkshopAddresses.Trainer(trainers, tokens.Write(new Ticket(room.Id, RoomRole.Trainer, Lesson: lesson))),
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

    /// <summary>The id of the lesson that was chosen; empty where it was none.</summary>
    public string Lesson { get; init; } = "";

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
