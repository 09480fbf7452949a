using System.Security.Cryptography;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Features.Following;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>All screens that follow one room. What they are told is that something is new, and never how many have answered what.</summary>
internal sealed class RoomScreens
{
    /// <summary>What a page shows, and follows, when the room is gone.</summary>
    public const string Over = "over";

    private readonly Lock _lock = new();

    // Of this start of the site alone: no page may take what is new after it for what it shows.
    private readonly string _made = RandomNumberGenerator.GetHexString(8);

    private string _shown = "";
    private string _phones = "";
    private int _number;

    public RoomScreens(EventStreams streams, Room room)
    {
        (_shown, _phones) = (ShownOf(room), PhonesOf(room));
        Phones = new FollowedState(streams, new FollowedVersion(_phones), FollowingPace.Hall);
        Large = new FollowedState(streams, new FollowedVersion(Version), FollowingPace.Close);
    }

    /// <summary>Followed by phones: what is asked, and whether it is open.</summary>
    public FollowedState Phones { get; }

    /// <summary>Followed by the wall and by the trainer: how many there are, too.</summary>
    public FollowedState Large { get; }

    /// <summary>The page of phones that have not answered, as long as the room is.</summary>
    public KeptPages Pages { get; } = new();

    /// <summary>Of the wall and the trainer.</summary>
    public string Version => $"{_made}-{_number}";

    public string PhoneVersion => _phones;

    /// <param name="room">As it is now; null when it is over.</param>
    public void Tell(Room? room)
    {
        lock (_lock)
        {
            if (PhonesOf(room) is var phones && phones != _phones)
            {
                _phones = phones;
                _ = Phones.PublishAsync(new FollowedVersion(phones));
            }

            if (ShownOf(room) is var shown && shown != _shown)
            {
                _shown = shown;
                _number++;
                _ = Large.PublishAsync(new FollowedVersion(room is null ? Over : Version));
            }
        }
    }

    private static string PhonesOf(Room? room) => room is null ? Over : $"{room.Votes.Count}-{room.Current?.IsOpen}-{room.Current?.IsRevealed}";

    private static string ShownOf(Room? room) => room is null ? Over : $"{PhonesOf(room)} {room.Joined} {string.Join(' ', room.Votes.Select(ShownOf))}";

    private static string ShownOf(Vote vote) => $"{vote.Answers} {vote.Shown?.Answers} {string.Join(',', vote.Shown?.Counts ?? [])}";
}
