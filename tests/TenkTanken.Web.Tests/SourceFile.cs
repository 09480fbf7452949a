namespace TenkTanken.Web.Tests;

/// <summary>A file that people write, for what only its text can tell.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "vendor", "Migrations", "content"];

    public static IReadOnlyList<SourceFile> Below(string folder, params string[] extensions) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(TestContent.Root(), folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(System.IO.Path.GetExtension(file)))
            .Select(file => System.IO.Path.GetRelativePath(TestContent.Root(), file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(NotWritten).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(System.IO.Path.Combine(TestContent.Root(), path))))
    ];
}
