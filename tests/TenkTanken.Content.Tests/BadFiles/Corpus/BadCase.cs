using TenkTanken.Content.Checking;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>One way for content to be broken.</summary>
/// <param name="Break">Does it, and says what must be found; null when that hangs on what the damage happened to hit.</param>
internal sealed record BadCase(string Name, Func<BreakableContent, Expected?> Break);

/// <param name="Line">From 1; 0 when it is the file as a whole.</param>
internal sealed record Expected(ProblemKind Kind, string File, int Line);
