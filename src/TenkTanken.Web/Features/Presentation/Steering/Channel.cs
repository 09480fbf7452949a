using System.Security.Cryptography;
using TenkTanken.Web.Features.Following;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>What screens are told: where the slides are, and which version of itself the page is to show.</summary>
internal sealed record SteeredState(string Version, string Slide, bool Blank, string Position) : FollowedVersion(Version);

/// <summary>What there is to be shown of a channel, all of one moment.</summary>
internal sealed record SeenChannel(Position Position, PairingWords? Words, string WallVersion, string PresenterVersion);

/// <summary>Where the slides of one lesson are that is being given, and all screens that follow. In memory only.</summary>
internal sealed class Channel
{
    private readonly Lock _lock = new();

    // Of this one alone: after a restart no page may take new words for those it shows.
    private readonly string _made = RandomNumberGenerator.GetHexString(8);

    private readonly TimeProvider _time;
    private Position _position;
    private PairingWords? _words;
    private int _pairings;
    private bool _isRecalled;
    private DateTimeOffset _used;

    /// <param name="isRecalled">After a restart a screen has told where it was: another may know better.</param>
    public Channel(string id, string lesson, Position first, bool isRecalled, EventStreams streams, TimeProvider time)
    {
        (Id, Lesson, _position, _isRecalled, _time) = (id, lesson, first, isRecalled, time);
        _used = time.GetUtcNow();
        Wall = new FollowedState(streams, WallState(), FollowingPace.Close);
        Presenters = new FollowedState(streams, PresenterState(), FollowingPace.Close);
    }

    public string Id { get; }

    /// <summary>The id of the lesson that is given.</summary>
    public string Lesson { get; }

    /// <summary>Followed by what only listens.</summary>
    public FollowedState Wall { get; }

    /// <summary>Followed by those who steer.</summary>
    public FollowedState Presenters { get; }

    public bool IsFollowed => Wall.IsFollowed || Presenters.IsFollowed;

    public DateTimeOffset Used
    {
        get
        {
            lock (_lock)
            {
                return _used;
            }
        }
    }

    public SeenChannel See()
    {
        lock (_lock)
        {
            return new(_position, _words is { } words && _time.GetUtcNow() < words.Until ? words : null, WallVersion, PresenterVersion);
        }
    }

    public void Use() => Change(() => _used = _time.GetUtcNow());

    /// <summary>
    /// A screen tells where it was. What one who steers says counts when it is newer; what only listens is believed where nobody knows
    /// better, after a restart.
    /// </summary>
    public void Hear(Position told, Role role) => Change(() => Take(told, role));

    /// <summary>
    /// A press of one who steers, from where she saw the slides. Somebody else may have gone on in the meantime: then nothing is done,
    /// and she sees where they are. So the same press, sent twice, is done once, and two at once end on the same slide.
    /// </summary>
    public void Move(Position seen, Func<Position, Position> move) => Change(() =>
    {
        Take(seen, Role.Presenter);
        if (seen.Number == _position.Number && !_position.IsEnded && move(_position) is var moved && moved != _position)
        {
            _position = moved with { Number = _position.Number + 1 };
            _isRecalled = false;
        }
    });

    /// <summary>What is as it was meant wherever the slides are: the time, and the end.</summary>
    public void Set(Position seen, Func<Position, Position> set) => Change(() =>
    {
        Take(seen, Role.Presenter);
        if (!_position.IsEnded)
        {
            _position = set(_position);
            _words = _position.IsEnded ? null : _words;
        }
    });

    /// <summary>From now on these make one a presenter, and none that were before.</summary>
    public void Offer(PairingWords words) => Change(() =>
    {
        if (!_position.IsEnded)
        {
            _words = words;
            _pairings++;
        }
    });

    /// <summary>What a wall has shown for too long, with nobody having typed it.</summary>
    public PairingWords? OldWords(DateTimeOffset now)
    {
        lock (_lock)
        {
            return !_position.IsJoined && _words is { } words && now >= words.Until ? words : null;
        }
    }

    /// <summary>Null where they open nothing. Otherwise they are used up by it.</summary>
    public PairingWords? Open(IReadOnlyList<IReadOnlySet<int>> typed)
    {
        PairingWords? opened = null;
        Change(() =>
        {
            if (_words is { } words && words.Are(typed, _time.GetUtcNow()))
            {
                (opened, _words) = (words, null);
                _position = _position with { IsJoined = true };
                _used = _time.GetUtcNow();
                _pairings++;
            }
        });

        return opened;
    }

    private string WallVersion => _position.IsEnded ? "ended" : _position.IsJoined ? "joined" : $"{_made}-{_pairings}";

    private string PresenterVersion => $"{_position.AsText()}-{_made}-{_pairings}";

    private void Take(Position told, Role role)
    {
        if (told.Number > _position.Number && (role == Role.Presenter || _isRecalled))
        {
            _position = told with { IsJoined = told.IsJoined || _position.IsJoined };
        }

        if (role == Role.Presenter && !_position.IsJoined)
        {
            // She was let in, whoever has forgotten it.
            (_position, _words) = (_position with { IsJoined = true }, null);
        }
    }

    private SteeredState WallState() => new(WallVersion, _position.Slide, _position.IsBlank, _position.AsWallText());

    private SteeredState PresenterState() => new(PresenterVersion, _position.Slide, _position.IsBlank, _position.AsText());

    /// <summary>Told while nobody else can change it, so that all hear it in the same order.</summary>
    private void Change(Action change)
    {
        lock (_lock)
        {
            var (wall, presenters) = (WallState(), PresenterState());
            change();
            if (WallState() is var newWall && newWall != wall)
            {
                _ = Wall.PublishAsync(newWall);
            }

            if (PresenterState() is var newPresenters && newPresenters != presenters)
            {
                _ = Presenters.PublishAsync(newPresenters);
            }
        }
    }
}
