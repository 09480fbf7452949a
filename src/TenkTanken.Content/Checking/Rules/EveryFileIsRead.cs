using System.Text.RegularExpressions;
using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>
/// No file lies in the content that looks as if it were read and is not: a copy that a program made, or a name that ends
/// otherwise than ours. Whoever writes in it waits in vain.
/// </summary>
internal sealed partial class EveryFileIsRead : IRule
{
    private const string Facts = "facts";

    public void Check(ContentSource content, ProblemList problems)
    {
        IReadOnlyList<string> languages = [.. content.Site.Languages.Select(language => $"{language.Code}.yaml")];
        Look("", [SiteFile.Name, "texts", Facts, "wording", "editions", LessonFiles.Folder], ".yaml");
        Look("texts", languages, ".yaml");
        Look("wording", languages, ".yaml");
        Look(Facts, [], ".yaml");
        Look("editions", [], "");
        var lessons = content.Lessons.All.Select(lesson => lesson.Id).ToList();
        Look(LessonFiles.Folder, [.. lessons.Select(id => $"{id}.yaml"), .. content.Lessons.Languages.Select(language => language.Code)], ".yaml");
        foreach (var language in content.Lessons.Languages)
        {
            Look($"{LessonFiles.Folder}/{language.Code}", [.. lessons.Select(id => $"{id}.md")], ".md");
        }

        foreach (var edition in content.Editions)
        {
            Look($"editions/{edition.Id}", ["edition.yaml", .. edition.Structure.Languages], ".yaml");
            foreach (var language in edition.Languages)
            {
                Look($"editions/{edition.Id}/{language.Code}", [.. edition.Structure.Pages.Select(page => $"{page.Id}.md")], ".md");
            }
        }

        void Look(string below, IReadOnlyCollection<string> known, string ending) => new Folder(content, problems, below, known, ending).Look();
    }

    /// <summary>A file or folder that nothing refers to has the name of a copy, or of what a program leaves behind.</summary>
    public static bool IsCopy(string name, IEnumerable<string> beside) =>
        CopyName.OpenFileOf(name) is not null || CopyName.OriginalOf(name, beside.Contains) is not null;

    /// <param name="known">Names that something refers to: those are nobody's copies.</param>
    /// <param name="ending">What the names of files end with that are read.</param>
    private sealed class Folder(ContentSource content, ProblemList problems, string below, IReadOnlyCollection<string> known, string ending)
    {
        private readonly IReadOnlyList<string> _files = FolderList.FilesIn(content.Folder, below);

        public void Look()
        {
            foreach (var name in FolderList.FoldersIn(content.Folder, below).Where(IsOurs))
            {
                if (CopyName.OriginalOf(name, _ => false) is { } original)
                {
                    problems.Add(ProblemKind.FileIsCopy, At(name), 0, ("name", original));
                }
            }

            foreach (var name in _files.Where(name => IsOurs(name) && !problems.Has(ProblemKind.FileMisnamed, At(name))))
            {
                Look(name);
            }
        }

        private string At(string name) => below.Length == 0 ? name : $"{below}/{name}";

        // In the folder of all anything may lie: only what would be a copy of ours is told of.
        private bool IsOurs(string name) =>
            !known.Contains(name) && !name.StartsWith("README", StringComparison.OrdinalIgnoreCase) && (below.Length > 0 || RootName().IsMatch(name));

        private void Look(string name)
        {
            var original = CopyName.OriginalOf(name, _files.Contains);
            var wanted = FileName.Stem(original ?? name) + ending;
            if (CopyName.OpenFileOf(name) is { } open)
            {
                problems.Add(ProblemKind.FileLeftOpen, At(name), 0, ("name", open));
            }
            else if (below == Facts && problems.CouldNotReadAll(At(name)) && !problems.IsTold(At(name)))
            {
                TellMisnamed(name, wanted);
            }
            else if (original is not null)
            {
                problems.Add(ProblemKind.FileIsCopy, At(name), 0, ("name", original));
            }
            else if (FileName.HasTextEnding(name) && !name.EndsWith(ending, StringComparison.Ordinal))
            {
                TellEnding(name, wanted);
            }
        }

        private void TellEnding(string name, string wanted)
        {
            if (_files.Contains(wanted))
            {
                problems.Add(ProblemKind.FileIsCopy, At(name), 0, ("name", wanted));
            }
            else if (ending == ".md" && !known.Contains(wanted))
            {
                problems.Add(ProblemKind.PageNobodyNames, At(name), 0);
            }
        }

        /// <summary>What pages tell may be in it: then there is no site without it.</summary>
        private void TellMisnamed(string name, string wanted)
        {
            if (content.Facts.Count == 0 || !FactsAreKnown.HoldsFor(content))
            {
                problems.Stop(ProblemKind.FileMisnamed, At(name), 0, ("name", wanted));
            }
            else
            {
                problems.Advise(ProblemKind.FileMisnamed, At(name), 0, ("name", wanted));
            }
        }
    }

    [GeneratedRegex(@"\b(site|texts|facts|wording|editions|lessons)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RootName();
}
