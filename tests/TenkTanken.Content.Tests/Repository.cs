namespace TenkTanken.Content.Tests;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The edition that readers get of the tests' own words.</summary>
    public const string Current = "2026-1";

    public static string Root { get; } = FindRoot();

    /// <summary>The tests' own words, which no editor changes.</summary>
    public static string Content => Path.Combine(Root, "tests", "content");

    /// <summary>
    /// The words that readers get. Only the tests in a folder <c>RealContent</c> may read them: they are about the words, and take
    /// all they expect from them. <c>tests/editors</c> names a changed copy.
    /// </summary>
    public static string RealContent => Environment.GetEnvironmentVariable("TENKTANKEN_CONTENT") is { Length: > 0 } copy ? copy : Path.Combine(Root, "content");

    /// <summary>The day it is where the tests' own words are asked.</summary>
    public static DateOnly Today => new(2026, 11, 25);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are run from outside the repository.");
    }
}
