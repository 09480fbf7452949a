namespace TenkTanken.Browser.Tests;

/// <summary>Where things lie in the repository.</summary>
internal static class Folders
{
    private static readonly DirectoryInfo Build = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static readonly string Root = FindRoot();

    /// <summary>The tests' own words, which no editor changes. <c>tests/gallery</c> names the real ones, since it is to show what readers see.</summary>
    public static readonly string Content = Named("TENKTANKEN_GALLERY_CONTENT") ?? Path.Combine(Root, "tests", "content");

    /// <summary>
    /// The words that readers get. Only the tests in the folder <c>RealContent</c> may read them: they take all they expect from
    /// them. <c>tests/editors</c> names a changed copy.
    /// </summary>
    public static readonly string RealContent = Named("TENKTANKEN_CONTENT") ?? Path.Combine(Root, "content");

    public static readonly string Tests = Path.Combine(Root, "tests", "TenkTanken.Browser.Tests");

    public static readonly string Site = Path.Combine(Root, "src", "TenkTanken.Web");

    /// <summary>The site built in the same way as these tests: Debug beside Debug, Release beside Release.</summary>
    public static readonly string SiteProgram = Path.Combine(Site, "bin", Build.Parent!.Name, Build.Name, "TenkTanken.Web.dll");

    /// <summary>Pictures and pages of journeys that failed.</summary>
    public static readonly string Evidence = Path.Combine(Tests, "TestResults");

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder : null;

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
