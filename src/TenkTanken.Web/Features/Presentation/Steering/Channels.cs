using System.Security.Cryptography;
using TenkTanken.Content;
using TenkTanken.Web.Features.Following;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>All lessons that are being given and steered. Nothing of them is written anywhere.</summary>
internal sealed class Channels : IDisposable
{
    public const int Most = 200;

    /// <summary>As long as the addresses are good.</summary>
    public static readonly TimeSpan KeptFor = SteeringToken.Life;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Channel> _channels = [];
    private readonly EventStreams _streams;
    private readonly TimeProvider _time;
    private readonly ITimer _looking;
    private int _words = 1;

    public Channels(EventStreams streams, TimeProvider time)
    {
        (_streams, _time) = (streams, time);
        _looking = time.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
    }

    /// <summary>Null where there are as many as there can be.</summary>
    public Channel? Begin(Lesson lesson) =>
        Add(RandomNumberGenerator.GetHexString(32, lowercase: true), lesson.Id, Position.FirstOf(lesson), isRecalled: false);

    public Channel? Find(Ticket ticket)
    {
        lock (_lock)
        {
            var channel = _channels.GetValueOrDefault(ticket.Channel);
            channel?.Use();

            return channel;
        }
    }

    /// <summary>The same, where a restart may have lost it: the first screen that tells where it was brings it back.</summary>
    public Channel? FindOrRecall(Ticket ticket, Position told) =>
        Find(ticket)
        ?? Add(ticket.Channel, ticket.Lesson, told with { IsJoined = told.IsJoined || ticket.Role == Role.Presenter }, isRecalled: true);

    /// <summary>Draws words for a channel. No other has the same.</summary>
    /// <param name="words">How many there are to draw from.</param>
    /// <param name="query">What goes along in the address of whoever types them.</param>
    public void Offer(Channel channel, int words, string query)
    {
        lock (_lock)
        {
            _words = words;
            PairingWords drawn;
            do
            {
                drawn = PairingWords.Draw(words, query, _time.GetUtcNow());
            }
            while (_channels.Values.Any(other => other.See().Words?.Numbers.SequenceEqual(drawn.Numbers) == true));

            channel.Offer(drawn);
        }
    }

    /// <summary>The same for a wall that has none to show yet, or whose are too old.</summary>
    public void OfferFirst(Channel channel, int words, string query)
    {
        lock (_lock)
        {
            if (channel.See() is { Words: null, Position: { IsJoined: false, IsEnded: false } })
            {
                Offer(channel, words, query);
            }
        }
    }

    /// <summary>The channel that the words open, once.</summary>
    public (Channel Channel, PairingWords Words)? Open(IReadOnlyList<IReadOnlySet<int>> typed)
    {
        lock (_lock)
        {
            foreach (var channel in _channels.Values)
            {
                if (channel.Open(typed) is { } words)
                {
                    return (channel, words);
                }
            }

            return null;
        }
    }

    public void Dispose() => _looking.Dispose();

    private Channel? Add(string id, string lesson, Position first, bool isRecalled)
    {
        lock (_lock)
        {
            if (_channels.TryGetValue(id, out var known))
            {
                return known;
            }

            if (_channels.Count >= Most && !MakeRoom())
            {
                return null;
            }

            return _channels[id] = new Channel(id, lesson, first, isRecalled, _streams, _time);
        }
    }

    /// <summary>What has ended goes, or else what was begun and is on no screen: whoever begins many keeps nobody out.</summary>
    private bool MakeRoom()
    {
        var leaving = _channels.Values
            .Select(channel => (Channel: channel, channel.See().Position))
            .Where(known => known.Position.IsEnded || (!known.Position.IsJoined && !known.Channel.IsFollowed))
            .OrderByDescending(known => known.Position.IsEnded).ThenBy(known => known.Channel.Used)
            .Select(known => known.Channel)
            .FirstOrDefault();

        return leaving is not null && _channels.Remove(leaving.Id);
    }

    /// <summary>Forgets what nobody has used, and draws new words for a wall that has shown its own for too long.</summary>
    private void Look()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            foreach (var channel in _channels.Values.ToList())
            {
                if (!channel.IsFollowed && now - channel.Used >= KeptFor)
                {
                    _channels.Remove(channel.Id);
                }
                else if (channel.Wall.IsFollowed && channel.OldWords(now) is { } old)
                {
                    Offer(channel, _words, old.Query);
                }
            }
        }
    }
}
