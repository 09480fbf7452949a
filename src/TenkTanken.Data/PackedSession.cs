using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TenkTanken.Data;

/// <summary>A session as bytes, before it is sealed: always 4096, so that its length says nothing about what was ticked.</summary>
/// <remarks>
/// version · number of names · names (length, ASCII) · number of rounds · rounds: id (8 bytes) · edition · number of signs ·
/// signs (name, answer) · number of plans · plans (name, state) · zeros to the end. Every number is one byte, an id is
/// written once as a name, and rounds point to it: so twelve rounds with every sign and plan fit.
/// </remarks>
internal static class PackedSession
{
    public const int Length = 4096;
    private const byte Version = 1;
    private const int LongestName = 40;

    // Content ids are English kebab-case of at most 40 characters (TenkTanken.Content). Holding it here too means that
    // not even a mistake elsewhere can store a name or a sentence.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <exception cref="ArgumentException">Something in the round is not an id or not an answer.</exception>
    public static void Check(Round round)
    {
        CheckNames([round.Edition, .. round.Signs.Keys]);
        CheckAnswers(round.Signs.Values);
        Check(round.Plans);
    }

    /// <exception cref="ArgumentException">Something in the plans is not an id or not a state.</exception>
    public static void Check(IReadOnlyDictionary<string, PlanState> plans)
    {
        CheckNames(plans.Keys);
        CheckAnswers(plans.Values);
    }

    private static void CheckNames(IEnumerable<string> names)
    {
        if (names.Any(name => name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters)))
        {
            throw new ArgumentException("A round holds ids only: a-z, 0-9 and hyphen.", nameof(names));
        }
    }

    private static void CheckAnswers<TAnswer>(IEnumerable<TAnswer> answers)
        where TAnswer : struct, Enum
    {
        if (!answers.All(answer => Enum.IsDefined(answer)))
        {
            throw new ArgumentException("A round holds known answers only.", nameof(answers));
        }
    }

    /// <summary>Null when it does not fit.</summary>
    public static byte[]? Pack(Session session)
    {
        // In alphabetical order: the order of ticking is nobody's business.
        string[] names =
        [
            .. session.Rounds
                .SelectMany(round => (IEnumerable<string>)[round.Edition, .. round.Signs.Keys, .. round.Plans.Keys])
                .Distinct()
                .Order(StringComparer.Ordinal)
        ];
        if (session.Rounds.Count > Session.MaxRounds || names.Length > byte.MaxValue || names.Any(name => name.Length > LongestName))
        {
            return null;
        }

        var packed = new List<byte>(Length) { Version, (byte)names.Length };
        foreach (var name in names)
        {
            packed.Add((byte)name.Length);
            packed.AddRange(Encoding.ASCII.GetBytes(name));
        }

        byte Place(string name) => (byte)Array.BinarySearch(names, name, StringComparer.Ordinal);

        Span<byte> id = stackalloc byte[sizeof(ulong)];
        packed.Add((byte)session.Rounds.Count);
        foreach (var round in session.Rounds)
        {
            BinaryPrimitives.WriteUInt64BigEndian(id, round.Id.Value);
            packed.AddRange(id);
            packed.Add(Place(round.Edition));
            packed.Add((byte)round.Signs.Count);
            foreach (var (sign, answer) in round.Signs.OrderBy(sign => sign.Key, StringComparer.Ordinal))
            {
                packed.AddRange([Place(sign), (byte)answer]);
            }

            packed.Add((byte)round.Plans.Count);
            foreach (var (plan, state) in round.Plans.OrderBy(plan => plan.Key, StringComparer.Ordinal))
            {
                packed.AddRange([Place(plan), (byte)state]);
            }
        }

        return packed.Count > Length ? null : [.. packed, .. new byte[Length - packed.Count]];
    }

    /// <summary>Null for bytes that <see cref="Pack"/> cannot have made, whatever they are.</summary>
    public static Session? Unpack(ReadOnlySpan<byte> packed)
    {
        var reader = new Reader(packed);
        if (packed.Length != Length || reader.Byte() != Version)
        {
            return null;
        }

        var names = new string[reader.Byte()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.Name();
        }

        var rounds = new List<Round>();
        var count = reader.Byte(atMost: Session.MaxRounds);
        while (rounds.Count < count && !reader.Broken)
        {
            var id = new RoundId(reader.Number());
            var edition = reader.OneOf(names);
            var signs = reader.Answers<SignAnswer>(names);
            var plans = reader.Answers<PlanState>(names);
            rounds.Add(new(id, edition, signs, plans));
        }

        return reader.Broken || reader.Rest.ContainsAnyExcept((byte)0) ? null : new(rounds);
    }

    // Once anything is wrong the reader is broken and reads only zeros: no index is ever out of bounds, and one look at the
    // end is enough.
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        public ReadOnlySpan<byte> Rest { get; private set; } = bytes;

        public bool Broken { get; private set; }

        public byte Byte(int atMost = byte.MaxValue)
        {
            var value = Take(1)[0];
            if (value <= atMost)
            {
                return value;
            }

            Broken = true;
            return 0;
        }

        public ulong Number() => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong)));

        public string Name()
        {
            var name = Encoding.Latin1.GetString(Take(Byte(atMost: LongestName)));
            Broken |= name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters);
            return name;
        }

        public string OneOf(string[] names)
        {
            var place = Byte(atMost: names.Length - 1);
            return Broken ? "" : names[place];
        }

        public Dictionary<string, TAnswer> Answers<TAnswer>(string[] names)
            where TAnswer : struct, Enum
        {
            var answers = new Dictionary<string, TAnswer>();
            for (var left = Byte(); left > 0 && !Broken; left--)
            {
                var name = OneOf(names);
                var answer = (TAnswer)Enum.ToObject(typeof(TAnswer), Byte());
                Broken |= !Enum.IsDefined(answer) || !answers.TryAdd(name, answer);
            }

            return answers;
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (Broken || count > Rest.Length)
            {
                Broken = true;
                return new byte[count];
            }

            var taken = Rest[..count];
            Rest = Rest[count..];
            return taken;
        }
    }
}
