namespace TenkTanken.Web.Hosting;

/// <summary>What the one who runs the site can set, read and checked once, at start.</summary>
/// <param name="ContentFolder">Full path of the folder with <c>site.yaml</c>.</param>
/// <param name="DataFolder">Full path of the folder of the database.</param>
/// <param name="KeyFolder">Full path of the folder of the keys. Never in a backup of the data.</param>
/// <param name="Faults">Everything wrong with them, each sentence naming its setting and what to do.</param>
public sealed record Settings(string ContentFolder, string DataFolder, string KeyFolder, IReadOnlyList<string> Faults)
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Content"] = ["Folder"],
        ["Data"] = ["Folder", "Keys"],
    };

    /// <param name="root">The folder of the application, from which relative paths are read.</param>
    public static Settings Read(IConfiguration configuration, string root)
    {
        var faults = new List<string>();
        foreach (var (section, names) in Known)
        {
            foreach (var unknown in configuration.GetSection(section).GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            {
                faults.Add($"{section}:{unknown.Key} is not a setting. Known are {string.Join(", ", names.Select(key => $"{section}:{key}"))}.");
            }
        }

        var content = ContentIn(root, PathFrom(configuration, "Content:Folder", faults));
        var data = FolderFrom(configuration, "Data:Folder", root, faults);
        var keys = FolderFrom(configuration, "Data:Keys", root, faults);
        var lastGood = LastGoodContent.FolderIn(data) + Path.DirectorySeparatorChar;
        if ((content + Path.DirectorySeparatorChar).StartsWith(lastGood, StringComparison.Ordinal))
        {
            faults.Add($"Content:Folder is {content}, where the site keeps its last good content. Copy what you want from there to another folder, and name that one.");
        }

        return new Settings(content, data, keys, faults);
    }

    private static string FolderFrom(IConfiguration configuration, string key, string root, List<string> faults)
    {
        var folder = Path.GetFullPath(PathFrom(configuration, key, faults), root);
        if (File.Exists(folder))
        {
            faults.Add($"{key} is {folder}, which is a file. Give it the path of a folder.");
        }

        return folder;
    }

    private static string PathFrom(IConfiguration configuration, string key, List<string> faults)
    {
        var path = configuration[key];
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
    public static void AddSettings(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(Hosting.Settings.Read(builder.Configuration, builder.Environment.ContentRootPath));

    internal static Settings Settings(this WebApplicationBuilder builder) =>
        (Settings)builder.Services.Single(service => service.ServiceType == typeof(Settings)).ImplementationInstance!;
}
