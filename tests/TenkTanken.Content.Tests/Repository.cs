namespace TenkTanken.Content.Tests;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Content => Path.Combine(Root, "content");

    /// <summary>The edition that readers get.</summary>
    public static string Current { get; } =
        File.ReadLines(Path.Combine(Content, "site.yaml")).Single(line => line.StartsWith("edition: ", StringComparison.Ordinal))["edition: ".Length..].Trim('"');

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
