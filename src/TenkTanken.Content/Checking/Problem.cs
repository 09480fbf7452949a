namespace TenkTanken.Content.Checking;

/// <summary>Something in the content that an editor has to mend, with its place.</summary>
/// <param name="File">From the content folder down, with forward slashes.</param>
/// <param name="Line">From 1; 0 when it is the file as a whole.</param>
/// <param name="Details">What the message fills in.</param>
public sealed record Problem(ProblemKind Kind, string File, int Line, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>As an editor meets it: <c>nb/checklist.md:14  what is wrong and what to do</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;

        return $"{place}  {ProblemWords.Say(this)}";
    }
}

/// <summary>All that can be wrong. The words for each stand in <c>Checking/problems.nb.yaml</c>.</summary>
public enum ProblemKind
{
    FolderMissing,
    FileMissing,
    FileTooLarge,
    FileNotUtf8,
    FileUnreadable,
    YamlBroken,
    YamlNotAMap,
    KeyMissing,
    KeyUnknown,
    NotAText,
    NotADate,
    NotAFlag,
    NotAChoice,
    NotAList,
    NotAnAddress,
    IdBroken,
    IdTwice,
    SlugTwice,
    FrontMatterMissing,
    HeadingLevel,
    HeadingWithoutId,
    SectionMissing,
    PartMissing,
    PartUnknown,
    PartOutsideSection,
    SignMissing,
    SignNotInEdition,
    SignUnknown,
    SignTwice,
    SignPartMissing,
    PointsNowhere,
    KindMissing,
    FactUnknown,
    LinkNowhere,
    LinkUnsafe,
    ImageNotAllowed,
    LanguageMissing,
    EditionMissing,
    FactsMissing,
    MarkdownTooDeep,
}
