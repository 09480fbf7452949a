using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace TenkTanken.Browser.Tests.Gallery;

/// <summary>A folder of pictures, one folder in it for each page and state, and a page that shows them side by side.</summary>
internal sealed class ContactSheet(string folder)
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _pictures = [];

    /// <summary>Where the picture is to be put.</summary>
    public string FileOf(string pageOrState, int width, string colours)
    {
        var picture = $"{FolderOf(pageOrState)}/{width}-{colours}.png";
        _pictures.GetOrAdd(pageOrState, []).Enqueue(picture);

        return Path.Combine(folder, picture);
    }

    /// <summary>Where its HTML is to be put, as the server sent it: <c>tests/compare</c> asks what has changed in it.</summary>
    public string DocumentOf(string pageOrState) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(folder, FolderOf(pageOrState))).FullName, "page.html");

    public async Task WriteAsync(IEnumerable<string> inOrder)
    {
        var page = new StringBuilder(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Gallery</title>
            <style>
              body { font: 1rem/1.5 system-ui; margin: 1rem; color-scheme: light dark }
              div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
              figure { margin: 0 }
              img { display: block; max-block-size: 40rem; max-inline-size: 30rem; object-fit: cover; object-position: top; border: 1px solid }
            </style>
            <h1>Gallery</h1>

            """);
        foreach (var pageOrState in inOrder.Where(_pictures.ContainsKey))
        {
            page.AppendLine($"<h2>{WebUtility.HtmlEncode(pageOrState)}</h2>").AppendLine("<div>");
            foreach (var picture in _pictures[pageOrState])
            {
                var name = Path.GetFileNameWithoutExtension(picture);
                page.AppendLine(
                    $"""<figure><figcaption>{name}</figcaption><a href="{picture}"><img src="{picture}" alt="{name}" loading="lazy"></a></figure>""");
            }

            page.AppendLine("</div>");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), page.ToString());
    }

    /// <summary>A page's address or a state's words, as the name of a folder.</summary>
    private static string FolderOf(string pageOrState) => pageOrState.Trim('/').Replace('/', '-').Replace(' ', '-');
}
