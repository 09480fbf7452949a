namespace TenkTanken.Data;

/// <summary>Where the keys lie. Unless a folder is named, that is beside the folder of the data and never in it.</summary>
/// <param name="Folder">New keys are made here.</param>
/// <param name="Elsewhere">
/// Folders where the site has had keys before, or is to have them. What lies there is used, and destroyed with its month;
/// nothing new is made there. They need not exist.
/// </param>
/// <param name="Wanted">Where all keys should lie.</param>
public sealed record KeyFolders(string Folder, IReadOnlyList<string> Elsewhere, string Wanted)
{
    private const string Tokens = "tokens";

    /// <summary>In each folder, where the keys of the tokens lie that pages carry.</summary>
    public IReadOnlyList<string> TokenFolders => [.. All.Select(folder => Path.Combine(folder, Tokens))];

    internal IReadOnlyList<string> All => [Folder, .. Elsewhere];

    /// <summary>Folders that still hold keys and should not.</summary>
    internal IReadOnlyList<string> ToBeMoved => [.. All.Where(folder => folder != Wanted && Holds(folder))];

    /// <summary>The folder somebody has named, and no other.</summary>
    public static KeyFolders Named(string folder) => new(Path.GetFullPath(folder), [], Path.GetFullPath(folder));

    /// <summary>The sibling of the data folder. Where keys lie in a place of before and none lie there, that goes on being used.</summary>
    /// <param name="dataFolder">Has a sibling, so it is not the root of a disk.</param>
    /// <param name="sharedBefore">
    /// Where keys went when only the data folder was named. Another site's may lie there too, so it counts only for data that
    /// has been there before. Null: whoever asks knows of none.
    /// </param>
    public static KeyFolders Beside(string dataFolder, string? sharedBefore = null)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        var wanted = data + "-keys";
        var before = Path.Combine(data, "keys");
        string[] all = [wanted, before, Path.GetFullPath(sharedBefore ?? before)];
        all = [.. all.Take(File.Exists(Storage.DatabaseIn(data)) ? 3 : 2).DistinctBy(Real)];
        var folder = all.FirstOrDefault(Holds, wanted);

        return new(folder, [.. all.Where(other => other != folder)], wanted);
    }

    /// <summary>True also where one may not look: there may be keys, and a month must not get a second one.</summary>
    private static bool Holds(string folder)
    {
        try
        {
            return MonthKeys.In(folder).Any() || FilesIn(Path.Combine(folder, Tokens), "*.xml").Any();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Somebody may have moved the keys and left a link behind.</summary>
    private static string Real(string folder) =>
        Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder;

    /// <summary>Empty where there is no such folder.</summary>
    internal static IReadOnlyList<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
}
