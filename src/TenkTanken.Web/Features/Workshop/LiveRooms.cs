using System.Collections.Concurrent;
using TenkTanken.Data.Rooms;
using TenkTanken.Web.Features.Following;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Tells the screens of each room what is new there: what a trainer does at once, and what a hall does twice a second.</summary>
internal sealed class LiveRooms(Rooms rooms, Rehearsal rehearsal, EventStreams streams, TimeProvider time) : BackgroundService
{
    /// <summary>A hall that answers within seconds would otherwise have its wall drawn anew hundreds of times.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, RoomScreens> _screens = new();
    private readonly ConcurrentDictionary<string, bool> _isNew = new();

    /// <summary>What the screens of rooms follow that are over.</summary>
    public FollowedState Over { get; } = new(streams, new FollowedVersion(RoomScreens.Over), FollowingPace.Close);

    /// <summary>Null where there is no such room, or no longer.</summary>
    public SeenRoom? Find(string id)
    {
        if (rooms.Find(id) is not { } first)
        {
            return null;
        }

        // The versions before the room: what has come in between is then fetched once too often, and never too seldom.
        var screens = _screens.GetOrAdd(id, _ => new RoomScreens(streams, first));
        var (large, phones) = (screens.Version, screens.PhoneVersion);

        return rooms.Find(id) is { } room ? new SeenRoom(room, large, phones, screens) : null;
    }

    /// <summary>A trainer has done something: it is seen at once.</summary>
    public void Tell(string id)
    {
        var room = rooms.Find(id);
        if (_screens.TryGetValue(id, out var screens))
        {
            screens.Tell(room);
            if (room is null)
            {
                _screens.TryRemove(id, out _);
            }
        }
    }

    /// <summary>Somebody has come or answered: it is seen with what others do meanwhile.</summary>
    public void TellSoon(string id) => _isNew[id] = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // Those somebody has looked at since the site started.
            foreach (var room in _screens.Keys.Select(rooms.Find).Where(room => room?.IsRehearsal == true))
            {
                await rehearsal.GoOnAsync(room!, stoppingToken);
                TellSoon(room!.Id);
            }

            foreach (var id in _isNew.Keys)
            {
                _isNew.TryRemove(id, out _);
                if (rooms.Find(id)?.Current is { IsRevealed: true } vote)
                {
                    await rooms.MoveTotalsAsync(id, vote.Id, stoppingToken);
                }

                Tell(id);
            }

            foreach (var id in _screens.Keys.Where(id => rooms.Find(id) is null))
            {
                Tell(id);
            }
        }
    }
}

/// <summary>A room, and which versions of their pages its screens show with it.</summary>
internal sealed record SeenRoom(Room Room, string Version, string PhoneVersion, RoomScreens Screens);
