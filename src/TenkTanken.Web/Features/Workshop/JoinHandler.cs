using TenkTanken.Content;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Forms;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>What a code leads to that somebody has typed.</summary>
internal sealed class JoinHandler(Rooms rooms, LiveRooms live, WorkshopToken tokens, TriedCodes tried, Settings settings)
{
    /// <summary>The form's name.</summary>
    public const string Form = "join-room";

    public const string CodeField = "kode";

    /// <summary>Drawn for the page: the same form, sent twice, is one participant.</summary>
    public const string ParticipantField = "deltaker";

    public async Task<JoinScreen> AnswerAsync(FormFields fields, Language language)
    {
        var typed = fields.Text(CodeField) ?? "";
        var participant = fields.Text(ParticipantField) is { } sent && Rooms.IsParticipant(sent) ? sent : Rooms.DrawParticipant();
        var screen = new JoinScreen(typed, participant);
        var room = JoinCode.Read(typed) is { } code ? rooms.WithCode(code) : null;
        if (room is null)
        {
            // Only what opens nothing is counted, so that nobody can keep a hall out.
            return tried.Allow()
                ? screen with { Problem = JoinProblem.Wrong, Status = StatusCodes.Status422UnprocessableEntity }
                : screen with { Problem = JoinProblem.TooMany, Status = StatusCodes.Status429TooManyRequests };
        }

        var end = await rooms.JoinAsync(room.Id, participant, settings.MostParticipants);
        live.TellSoon(room.Id);

        return end switch
        {
            RoomEnd.Done => screen with
            {
                Phone = WorkshopAddresses.Phone(language, tokens.Write(new Ticket(room.Id, RoomRole.Phone, participant))),
                Status = StatusCodes.Status303SeeOther,
            },
            RoomEnd.Full => screen with { Problem = JoinProblem.Full, Status = StatusCodes.Status503ServiceUnavailable },
            RoomEnd.NotStored => screen with { Problem = JoinProblem.NotStored, Status = StatusCodes.Status503ServiceUnavailable },
            _ => screen with { Problem = JoinProblem.Wrong, Status = StatusCodes.Status422UnprocessableEntity },
        };
    }
}

/// <summary>The code is asked for.</summary>
/// <param name="Typed">What was typed, to stand there again.</param>
internal sealed record JoinScreen(string Typed, string Participant) : Screen
{
    public JoinProblem? Problem { get; init; }

    /// <summary>Before anything is typed.</summary>
    public static JoinScreen First() => new("", Rooms.DrawParticipant());

    /// <summary>The address at which one answers now.</summary>
    public string? Phone { get; init; }
}

/// <summary>Why a code did not let one in.</summary>
internal enum JoinProblem
{
    Wrong,
    TooMany,
    Full,
    NotStored,
}
