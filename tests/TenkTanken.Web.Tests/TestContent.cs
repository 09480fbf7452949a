using Microsoft.AspNetCore.Routing;
using TenkTanken.Content;
using TenkTanken.Web.Layout;

namespace TenkTanken.Web.Tests;

/// <summary>The real content, for parts that are tested without the whole site.</summary>
internal static class TestContent
{
    public static ContentLibrary Library { get; } =
        ContentLoader.Load(Path.Combine(Root(), "content")).Library ?? throw new InvalidOperationException("The real content has problems: run tenk check.");

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
