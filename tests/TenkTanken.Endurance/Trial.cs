using System.Globalization;

namespace TenkTanken.Endurance;

/// <param name="Name">As it is asked for on the command line.</param>
internal sealed record Trial(string Name, Func<Conditions, Task<IReadOnlyList<Finding>>> RunAsync);

/// <summary>A line of the table.</summary>
/// <param name="Property">As our list of properties numbers it, or a word where it has no number.</param>
/// <param name="Done">What was done, and by which way: over HTTP, or by the storage alone.</param>
internal sealed record Finding(string Property, string Done, string Goal, string Figure, bool IsHeld);

/// <param name="Soak">How long the soak takes.</param>
/// <param name="Sessions">How many are stored to see what many are like.</param>
internal sealed record Conditions(bool IsQuick, TimeSpan Soak, int Sessions, int Seed)
{
    private const int Quickly = 20;

    public Random Random { get; } = new(Seed);

    /// <summary>A twentieth of it where it is only tried, at least one.</summary>
    public int Count(int full) => IsQuick ? Math.Max(1, full / Quickly) : full;

    public TimeSpan Time(TimeSpan full) => IsQuick ? full / Quickly : full;

    /// <summary>What goes on, beside the table.</summary>
    public static void Tell(string line) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss}  {line}"));
}
