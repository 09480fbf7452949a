using Microsoft.AspNetCore.Routing;
using TenkTanken.Content;
using TenkTanken.Web.Layout;

namespace TenkTanken.Web.Tests;

/// <summary>The tests' own words, which no editor changes.</summary>
internal static class TestContent
{
    public static string Folder => Path.Combine(Root(), "tests", "content");

    public static ContentLibrary Library { get; } =
        ContentLoader.Load(
            Folder).Library ?? throw new InvalidOperationException("The tests' own words have problems: run tenk check --content tests/content.");

    public static EditionWords Words { get; } = Library.CurrentIn(Library.Site.DefaultLanguage);

    /// <summary>As if the site had been built without npm: whatever needs a file of it is whole without.</summary>
    public static SiteAssets NoFiles { get; } = new(new DefaultEndpointDataSource());

    public static string Root()
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
