using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Each page of an edition is there in each of its languages, and no file lies beside them that nobody reads.</summary>
internal sealed class EveryLanguageHasEveryPage : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions)
        {
            foreach (var code in edition.Structure.Languages.Where(code => content.Site.Language(code) is null))
            {
                problems.Add(ProblemKind.LanguageMissing, SiteFile.Name, 0, ("language", code), ("file", edition.File));
            }

            if (edition.Structure.Languages.Count == 0 && !problems.Has(ProblemKind.NotAList, edition.File))
            {
                problems.Add(ProblemKind.KeyMissing, edition.File, edition.Map.LineOf("languages"), ("key", "languages"));
            }

            if (edition.Structure.Pages.Count == 0)
            {
                continue;
            }

            var named = edition.Structure.Pages.Select(page => page.Id).ToHashSet();
            foreach (var language in edition.Languages)
            {
                var path = $"editions/{edition.Id}/{language.Code}";
                var known = content.Site.Language(language.Code);

                // A language the site does not know, and an id that cannot be a file's name, are problems of their own.
                foreach (var id in named.Where(id =>
                    known is not null && Ids.IsWellFormed(id) && language.Page(id) is null && !problems.IsAbout($"{path}/{id}.md")))
                {
                    problems.Add(ProblemKind.PageMissing, $"{path}/{id}.md", 0, ("page", id), ("language", known!.Name));
                }

                var files = language.Files.Select(file => Path.GetFileName(file)).ToList();
                foreach (var file in language.Files.Where(file => !named.Contains(Path.GetFileNameWithoutExtension(file))))
                {
                    // Of a copy, and of a name that is nearly right, another rule tells what it is.
                    if (EveryFileIsRead.IsCopy(Path.GetFileName(file), files) || problems.Has(ProblemKind.FileMisnamed, file))
                    {
                        continue;
                    }

                    problems.Add(ProblemKind.PageNobodyNames, file, 0);
                }
            }

            var folders = FolderList.FoldersIn(content.Folder, $"editions/{edition.Id}").Except(edition.Structure.Languages);
            foreach (var folder in folders.Where(name => !EveryFileIsRead.IsCopy(name, [])))
            {
                problems.Add(ProblemKind.PageNobodyNames, $"editions/{edition.Id}/{folder}", 0);
            }
        }
    }
}
