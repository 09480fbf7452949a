using System.Text.RegularExpressions;

namespace TenkTanken.Content.Files;

/// <summary>What a file should have been called to be read.</summary>
internal static partial class FileName
{
    /// <summary>A file that lies in the place of one that is missing, under almost its name: <c>contacts.yml</c>, <c>Home.md.txt</c>.</summary>
    /// <param name="name">Of the one that is missing, from the content folder down.</param>
    /// <returns>Its name from the content folder down; null where there is none.</returns>
    public static string? Near(string folder, string name)
    {
        var below = Path.GetDirectoryName(name)?.Replace('\\', '/') ?? "";
        var wanted = Path.GetFileName(name);

        return FolderList.FilesIn(folder, below).FirstOrDefault(other => other != wanted && AreNear(other, wanted)) is { } near
            ? $"{below}/{near}".TrimStart('/')
            : null;
    }

    /// <summary>They differ in their endings only, or in capital letters.</summary>
    public static bool AreNear(string name, string other) =>
        HasTextEnding(name) && string.Equals(Stem(name), Stem(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>It ends as files with words in them do, though perhaps not as ours do.</summary>
    public static bool HasTextEnding(string name) => TextEnding().IsMatch(name);

    /// <summary>Without its endings, of which Windows hides and adds one.</summary>
    public static string Stem(string name) => TextEnding().Replace(name, "").TrimEnd(' ', '.');

    [GeneratedRegex(@"( ?\.(md|mdx|markdown|mdown|mkd|txt|text|rtf|docx?|odt|html?|yaml|yml|json))+\z", RegexOptions.IgnoreCase)]
    private static partial Regex TextEnding();
}
