using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TenkTanken.Data.Rooms;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>People who are made up, so that a trainer can try a room alone. They come and answer by the same way as everybody.</summary>
internal sealed class Rehearsal(Rooms rooms)
{
    /// <summary>As many as a small hall.</summary>
    public const int People = 24;

    private const int AtATime = 3;

    /// <summary>A few more come, and a few more answer. Always the same people, also after a restart.</summary>
    public async Task GoOnAsync(Room room, CancellationToken cancellationToken)
    {
        for (var person = room.Joined; person < Math.Min(room.Joined + AtATime, People); person++)
        {
            await rooms.JoinAsync(room.Id, Name(room, person), int.MaxValue, cancellationToken);
        }

        if (room.Current is { IsOpen: true } vote)
        {
            for (var person = vote.Answers; person < Math.Min(vote.Answers + AtATime, Math.Min(room.Joined, People)); person++)
            {
                await rooms.AnswerAsync(room.Id, vote.Id, Name(room, person), Choose(vote), cancellationToken);
            }
        }
    }

    private static string Name(Room room, int person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{room.Id} {person}"))))[..room.Id.Length];

    /// <summary>The first of what can be chosen more often than the last, so that there is something to see.</summary>
    private static string[] Choose(Vote vote)
    {
        var options = vote.Question.Options;

        return vote.Question.IsSingle
            ? [options[Math.Min(RandomNumberGenerator.GetInt32(options.Count), RandomNumberGenerator.GetInt32(options.Count))]]
            : [.. options.Where((_, place) => RandomNumberGenerator.GetInt32(options.Count + 2) > place + 1)];
    }
}
