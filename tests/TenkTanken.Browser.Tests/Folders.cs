namespace TenkTanken.Browser.Tests;

/// <summary>Where things lie in the repository.</summary>
internal static class Folders
{
    private static readonly DirectoryInfo Build = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static readonly string Root = FindRoot();

    public static readonly string Content = Path.Combine(Root, "content");

    public static readonly string Tests = Path.Combine(Root, "tests", "TenkTanken.Browser.Tests");

    public static readonly string Site = Path.Combine(Root, "src", "TenkTanken.Web");

    /// <summary>The site built in the same way as these tests: Debug beside Debug, Release beside Release.</summary>
    public static readonly string SiteProgram = Path.Combine(Site, "bin", Build.Parent!.Name, Build.Name, "TenkTanken.Web.dll");

    /// <summary>Pictures and traces of journeys that failed.</summary>
    public static readonly string Evidence = Path.Combine(Tests, "TestResults");

    private static string FindRoot()
    {
        var folder = Build;
        while (!File.Exists(Path.Combine(folder.FullName, "TenkTanken.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{Build} does not lie in the repository.");
        }

        return folder.FullName;
    }
}
