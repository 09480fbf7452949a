using System.Diagnostics;

namespace TenkTanken.Endurance.Running;

/// <summary>This program, started once more as a process that can be killed.</summary>
internal static class Child
{
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) =>
        new("dotnet", ["exec", typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
}
