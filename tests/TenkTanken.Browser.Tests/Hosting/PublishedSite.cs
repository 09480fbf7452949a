using System.Text.Json;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>
/// The site laid out as publishing lays it out, of what is built beside these tests: publishing itself takes longer than all the
/// tests of it.
/// </summary>
internal sealed class PublishedSite : IDisposable
{
    private const string Name = "TenkTanken.Web";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenktanken-published-");

    public PublishedSite()
    {
        var build = new DirectoryInfo(Path.GetDirectoryName(Folders.SiteProgram)!);
        foreach (var part in build.EnumerateFileSystemInfos().Where(part => !part.Name.StartsWith(Name, StringComparison.Ordinal)))
        {
            File.CreateSymbolicLink(PathOf(part.Name), part.FullName);
        }

        // The program itself, since where that is decides, and what says how it was made.
        foreach (var own in build.EnumerateFiles($"{Name}*").Where(own => !own.Name.EndsWith(".runtime.json", StringComparison.Ordinal)))
        {
            own.CopyTo(PathOf(own.Name));
        }

        var endpoints = PathOf($"{Name}.staticwebassets.endpoints.json");
        var list = File.ReadAllText(endpoints);
        File.WriteAllText(endpoints, list.Replace("\"ManifestType\":\"Build\"", "\"ManifestType\":\"Publish\"", StringComparison.Ordinal));
        using var files = JsonDocument.Parse(File.ReadAllText(Path.Combine(build.FullName, $"{Name}.staticwebassets.runtime.json")));
        var roots = files.RootElement.GetProperty("ContentRoots").EnumerateArray().Select(root => root.GetString()!);
        LayOut(files.RootElement.GetProperty("Root"), [.. roots], "wwwroot");
        foreach (var file in Directory.EnumerateFiles(Folders.Content, "*", SearchOption.AllDirectories))
        {
            Copy(file, Path.Combine("content", Path.GetRelativePath(Folders.Content, file)));
        }
    }

    public string Program => PathOf($"{Name}.dll");

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public void Dispose() => _folder.Delete(recursive: true);

    private void LayOut(JsonElement node, IReadOnlyList<string> roots, string path)
    {
        if (node.GetProperty("Asset") is { ValueKind: JsonValueKind.Object } asset)
        {
            Copy(Path.Combine(roots[asset.GetProperty("ContentRootIndex").GetInt32()], asset.GetProperty("SubPath").GetString()!), path);
        }

        if (node.GetProperty("Children") is { ValueKind: JsonValueKind.Object } children)
        {
            foreach (var child in children.EnumerateObject())
            {
                LayOut(child.Value, roots, Path.Combine(path, child.Name));
            }
        }
    }

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(to))!);
        File.Copy(from, PathOf(to));
    }
}
