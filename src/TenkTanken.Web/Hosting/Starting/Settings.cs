using System.Globalization;
using Microsoft.Extensions.Primitives;
using TenkTanken.Data;
using TenkTanken.Web.Hosting.ContentFolder;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>What the one who runs the site can set, read and checked once, at start.</summary>
/// <param name="ContentFolder">Full path of the folder with <c>site.yaml</c>.</param>
/// <param name="DataFolder">Full path of the folder of the database.</param>
/// <param name="Keys">Where the keys lie. Never in a backup of the data.</param>
/// <param name="Faults">Everything wrong with them, each sentence naming its setting and what to do.</param>
public sealed record Settings(string ContentFolder, string DataFolder, KeyFolders Keys, IReadOnlyList<string> Faults)
{
    private const string DefaultContent = "content";
    private const string DefaultData = "data";
    private const int DefaultParticipants = 2_500;
    private const int MostParticipantsEver = 100_000;

    /// <summary>A session takes 4.7 KB: a million of them.</summary>
    private const int DefaultMegabytes = 5_000;

    private const int MostMegabytesEver = 1_000_000;
    private const long Megabyte = 1_000_000;

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Site"] = ["Address"],
        ["Content"] = ["Folder"],
        ["Data"] = ["Folder", "Keys", "MaxMegabytes"],
        ["Editing"] = ["Enabled"],
        ["Workshop"] = ["MaxParticipants"],
    };

    /// <summary>Null: nobody has said which address readers know the site by.</summary>
    public SiteAddress? Address { get; private init; }

    /// <summary>
    /// The framework's own setting, AllowedHosts: names, or <c>*.example.no</c>, with semicolons between them. Empty: whatever host a request says.
    /// </summary>
    public IList<StringSegment> Hosts { get; private init; } = [];

    /// <summary>Whether whoever sits at this machine sees drafts.</summary>
    public bool Editing { get; private init; }

    /// <summary>What the sessions may take on the disk.</summary>
    public long MostBytes { get; private init; }

    /// <summary>How many phones there may be in one room.</summary>
    public int MostParticipants { get; private init; }

    /// <param name="root">The folder of the application, from which relative paths are read.</param>
    public static Settings Read(IConfiguration configuration, string root)
    {
        var faults = new List<string>();
        foreach (var (section, names) in Known)
        {
            foreach (var unknown in configuration.GetSection(section).GetChildren()
                .Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            {
                faults.Add($"{section}:{unknown.Key} is not a setting. Known are {string.Join(", ", names.Select(key => $"{section}:{key}"))}.");
            }
        }

        var address = SiteAddress.Read(configuration["Site:Address"], faults);
        var content = ContentIn(root, PathFrom(configuration, "Content:Folder", DefaultContent, faults));
        var data = FolderFrom(configuration, "Data:Folder", DefaultData, root, faults);
        var keys = configuration["Data:Keys"] is null
            ? KeysBeside(data, root, faults)
            : KeyFolders.Named(FolderFrom(configuration, "Data:Keys", "", root, faults));
        var lastGood = LastGoodContent.FolderIn(data) + Path.DirectorySeparatorChar;
        if ((content + Path.DirectorySeparatorChar).StartsWith(lastGood, StringComparison.Ordinal))
        {
            faults.Add($"Content:Folder is {content}, where the site keeps its last good content. Copy what you want from there to another "
                + "folder, and name that one.");
        }

        return new Settings(content, data, keys, faults)
        {
            Address = address,
            Hosts = HostsFrom(configuration["AllowedHosts"] ?? "*"),
            Editing = FlagFrom(configuration, "Editing:Enabled", faults),
            MostBytes = Megabyte * NumberFrom(configuration, "Data:MaxMegabytes", DefaultMegabytes, MostMegabytesEver, faults),
            MostParticipants = NumberFrom(configuration, "Workshop:MaxParticipants", DefaultParticipants, MostParticipantsEver, faults),
        };
    }

    private static KeyFolders KeysBeside(string data, string root, List<string> faults)
    {
        if (Path.GetDirectoryName(data) is null)
        {
            faults.Add($"Data:Folder is {data}, and there is no place beside it for the keys. Give it the path of a folder, "
                + "or name one for the keys with Data:Keys.");
            return KeyFolders.Named(data);
        }

        return KeyFolders.Beside(data, Path.GetFullPath(Path.Combine(DefaultData, "keys"), root));
    }

    private static List<StringSegment> HostsFrom(string said)
    {
        var hosts = said.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return hosts.Contains("*") ? [] : [.. hosts];
    }

    /// <summary>False where nothing is said.</summary>
    private static bool FlagFrom(IConfiguration configuration, string key, List<string> faults)
    {
        var said = configuration[key] ?? "false";
        if (bool.TryParse(said, out var flag))
        {
            return flag;
        }

        faults.Add($"{key} is {(said.Length == 0 ? "empty" : $"\"{said}\"")}. It is true or false; take it out to get false.");
        return false;
    }

    private static int NumberFrom(IConfiguration configuration, string key, int fallback, int most, List<string> faults)
    {
        if (configuration[key] is not { } said)
        {
            return fallback;
        }

        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
        {
            return number;
        }

        faults.Add($"{key} is {(said.Length == 0 ? "empty" : $"\"{said}\"")}. It is a whole number from 1 to {most}; take it out to get {fallback}.");
        return fallback;
    }

    private static string FolderFrom(IConfiguration configuration, string key, string fallback, string root, List<string> faults)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(PathFrom(configuration, key, fallback, faults), root));
        if (File.Exists(folder))
        {
            faults.Add($"{key} is {folder}, which is a file. Give it the path of a folder.");
        }

        return folder;
    }

    /// <param name="fallback">What it is where nothing is said, be there a settings file or not.</param>
    private static string PathFrom(IConfiguration configuration, string key, string fallback, List<string> faults)
    {
        var path = configuration[key] ?? fallback;
        if (string.IsNullOrWhiteSpace(path))
        {
            faults.Add($"{key} is empty. Give it the path of a folder, or take it out to get the default.");
            return ".";
        }

        if (path.Contains('\0'))
        {
            faults.Add($"{key} is not a path. Give it the path of a folder.");
            return ".";
        }

        return path;
    }

    /// <summary>
    /// In the repository the content lies two folders above the application, in a published site beside it. So a
    /// relative path is looked for in the application's folder and then in each folder above it.
    /// </summary>
    private static string ContentIn(string root, string path)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.GetFullPath(path, folder.FullName);
            if (File.Exists(Path.Combine(candidate, "site.yaml")))
            {
                return candidate;
            }
        }

        return Path.GetFullPath(path, root);
    }
}

public static class SettingsSetup
{
    /// <summary>Gives them also to those who add what is set: there are no services yet that could be asked.</summary>
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        var settings = Settings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(settings);

        return settings;
    }
}
