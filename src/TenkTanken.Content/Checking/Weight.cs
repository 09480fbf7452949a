namespace TenkTanken.Content.Checking;

/// <summary>
/// How much a problem weighs. What is certainly wrong blocks, what is only likely advises; and what was good when it was
/// locked is never stopped by a rule that came later, or an update of the program would stop a running site.
/// </summary>
/// <remarks>
/// Whoever writes a new rule adds its kinds to the end of <see cref="ProblemKind"/> and has no more to do: in a file
/// that an <c>edition.lock</c> names, and in a copy that the site kept as good, they advise. The same goes for an older rule
/// that is made stricter: what it finds from then on is a kind of its own.
/// </remarks>
internal static class Weight
{
    /// <summary>The last of those that were asked when the first editions were locked.</summary>
    internal const ProblemKind LastOfTheFirst = ProblemKind.OnlyWordsHere;

    private static readonly HashSet<ProblemKind> Advice =
    [
        ProblemKind.FactOverdue,
        ProblemKind.PageNobodyNames,
        ProblemKind.HardToRead,
        ProblemKind.SentenceTooLong,
        ProblemKind.FileIsCopy,
        ProblemKind.FileLeftOpen,
        ProblemKind.BracketsLeft,
        ProblemKind.MarkLeft,
        ProblemKind.RuleNotShown,
        ProblemKind.WordNotInDictionary,
        ProblemKind.DictionaryMissing,
    ];

    private static readonly HashSet<ProblemKind> Unreadable =
    [
        ProblemKind.FolderMissing,
        ProblemKind.FileMissing,
        ProblemKind.FileIsFolder,
        ProblemKind.FileEmpty,
        ProblemKind.FileTooLarge,
        ProblemKind.FileNotUtf8,
        ProblemKind.FileUnreadable,
        ProblemKind.FileLeadsOut,
        ProblemKind.FileMisnamed,
        ProblemKind.MergeMarker,
        ProblemKind.SpaceNotPlain,
        ProblemKind.ControlCharacter,
        ProblemKind.YamlBroken,
        ProblemKind.YamlTab,
        ProblemKind.YamlKeyTwice,
        ProblemKind.YamlTooDeep,
        ProblemKind.YamlAlias,
        ProblemKind.YamlNotAMap,
        ProblemKind.FrontMatterMissing,
        ProblemKind.ParagraphTooLong,
        ProblemKind.MarkdownTooDeep,
        ProblemKind.FactsMissing,
    ];

    /// <summary>Worth mending, but what is there can be shown to readers as it is.</summary>
    public static bool IsAdvice(ProblemKind kind) => Advice.Contains(kind);

    /// <summary>A file, or a part of it, could not be read. What follows from that is not told, and this is told first.</summary>
    public static bool IsUnreadable(ProblemKind kind) => Unreadable.Contains(kind);

    /// <summary>Nobody was asked for it when the first editions were locked.</summary>
    public static bool CameLater(ProblemKind kind) => kind > LastOfTheFirst;
}
