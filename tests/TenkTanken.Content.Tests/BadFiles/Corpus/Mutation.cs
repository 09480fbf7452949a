using System.Text;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>Damage at random to a real file, the same for the same seed.</summary>
internal static class Mutation
{
    private const string Marks = "\"':#-{}[]|>*&!%@`,?\t()<_~\\";

    private static readonly (string Name, Func<byte[], Random, byte[]> Damage)[] Kinds =
    [
        ("cut-off", (bytes, random) => bytes[..random.Next(bytes.Length)]),
        ("beginning-gone", (bytes, random) => bytes[random.Next(1, bytes.Length)..]),
        ("bit-flipped", (bytes, random) => At(bytes, random, letter => (byte)(letter ^ (1 << random.Next(8))))),
        ("byte-anew", (bytes, random) => At(bytes, random, _ => (byte)random.Next(256))),
        ("random-bytes", (bytes, random) => [.. bytes[..random.Next(bytes.Length)], .. Noise(random, random.Next(1, 200))]),
        ("only-random-bytes", (bytes, random) => Noise(random, bytes.Length)),
        ("control-character", (bytes, random) => Insert(bytes, random, [(byte)random.Next(1, 9)])),
        ("nothing-but-nul", (bytes, _) => new byte[bytes.Length]),
        ("hole", (bytes, random) => Hole(bytes, random)),
        ("mark-in", (bytes, random) => Insert(bytes, random, [(byte)Marks[random.Next(Marks.Length)]])),
        ("marks-in", (bytes, random) => Insert(bytes, random, [.. Enumerable.Range(0, 40).Select(_ => (byte)Marks[random.Next(Marks.Length)])])),
        ("mark-many-times", (bytes, random) => Insert(bytes, random, [.. Enumerable.Repeat((byte)Marks[random.Next(Marks.Length)], 3000)])),
        ("marks-gone", (bytes, random) => Without(bytes, Marks[random.Next(5)])),
        ("line-gone", (bytes, random) => Lines(bytes, lines => lines.RemoveAt(random.Next(lines.Count)))),
        ("line-twice", (bytes, random) => Lines(bytes, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]))),
        ("lines-swapped", (bytes, random) => Lines(bytes, lines => Swap(lines, random.Next(lines.Count), random.Next(lines.Count)))),
        ("lines-shuffled", (bytes, random) => Lines(bytes, lines => Shuffle(lines, random))),
        ("lines-joined", (bytes, _) => [.. bytes.Where(letter => letter != '\n')]),
        ("indent-doubled", (bytes, random) => Lines(bytes, lines => Change(lines, random, line => "   " + line))),
        ("indent-gone", (bytes, _) => Lines(bytes, lines => Each(lines, line => line.TrimStart()))),
        ("indent-by-tabs", (bytes, _) => Lines(bytes, lines => Each(lines, line => line.Replace("  ", "\t", StringComparison.Ordinal)))),
        ("twice-over", (bytes, _) => [.. bytes, .. bytes]),
        ("other-encoding", (bytes, _) => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes))),
        ("double-width", (bytes, _) => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))),
        ("encoded-twice", (bytes, _) => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes))),
        ("capitals", (bytes, _) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).ToUpperInvariant())),
        ("backwards", (bytes, _) => [.. bytes.Reverse()]),
        ("a-piece-over-and-over", (bytes, random) => OverAndOver(bytes, random)),
    ];

    public static BadCase Of(BreakableContent content, int seed)
    {
        var random = new Random(seed);
        var (name, damage) = Kinds[seed % Kinds.Length];
        var file = content.Files[random.Next(content.Files.Count)];

        return new BadCase($"{name} {file} {seed}", broken =>
        {
            broken.Write(file, damage(broken.Bytes(file), new Random(seed)));
            return null;
        });
    }

    private static byte[] At(byte[] bytes, Random random, Func<byte, byte> change)
    {
        var changed = bytes.ToArray();
        var at = random.Next(bytes.Length);
        changed[at] = change(changed[at]);

        return changed;
    }

    private static byte[] Insert(byte[] bytes, Random random, byte[] what)
    {
        var at = random.Next(bytes.Length);

        return [.. bytes[..at], .. what, .. bytes[at..]];
    }

    private static byte[] Hole(byte[] bytes, Random random)
    {
        var (one, other) = (random.Next(bytes.Length), random.Next(bytes.Length));

        return [.. bytes[..Math.Min(one, other)], .. bytes[Math.Max(one, other)..]];
    }

    private static byte[] OverAndOver(byte[] bytes, Random random)
    {
        var length = random.Next(1, 40);
        var start = random.Next(Math.Max(1, bytes.Length - length));
        var piece = bytes[start..Math.Min(start + length, bytes.Length)];

        return [.. bytes, .. Enumerable.Repeat(piece, 40_000 / piece.Length).SelectMany(part => part)];
    }

    private static byte[] Without(byte[] bytes, char mark) => [.. bytes.Where(letter => letter != mark)];

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);

        return bytes;
    }

    private static byte[] Lines(byte[] bytes, Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        change(lines);

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static void Swap(List<string> lines, int one, int other) => (lines[one], lines[other]) = (lines[other], lines[one]);

    private static void Shuffle(List<string> lines, Random random)
    {
        for (var at = lines.Count - 1; at > 0; at--)
        {
            Swap(lines, at, random.Next(at + 1));
        }
    }

    private static void Change(List<string> lines, Random random, Func<string, string> change)
    {
        var at = random.Next(lines.Count);
        lines[at] = change(lines[at]);
    }

    private static void Each(List<string> lines, Func<string, string> change)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            lines[at] = change(lines[at]);
        }
    }
}
