using TenkTanken.Content;
using TenkTanken.Web.Hosting.ContentFolder;

namespace TenkTanken.Web.Features.Editing;

/// <summary>The drafts of the content that is served, each as the site it will be. Built when somebody asks, and once for all who do.</summary>
internal sealed class Drafts
{
    private readonly Lock _building = new();
    private readonly Dictionary<string, ContentLibrary?> _built = [];
    private LoadedContent? _of;

    /// <summary>Null where there is no such draft, or none that could be shown.</summary>
    public ContentLibrary? Find(ContentState content, string draft)
    {
        // Only ids of editions there are, so that nobody fills the memory with those there are not.
        if (content.Loaded is not { } loaded || content.Library.Editions.GetValueOrDefault(draft) is not { IsOut: false })
        {
            return null;
        }

        lock (_building)
        {
            if (_of != loaded)
            {
                _built.Clear();
                _of = loaded;
            }

            if (!_built.TryGetValue(draft, out var library))
            {
                _built[draft] = library = loaded.Preview(draft, EditingAddresses.Of(draft));
            }

            return library;
        }
    }
}
