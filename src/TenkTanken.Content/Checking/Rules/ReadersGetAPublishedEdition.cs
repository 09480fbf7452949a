using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>The edition <c>site.yaml</c> names is there, is published, and has a checklist in every language of the site.</summary>
internal sealed class ReadersGetAPublishedEdition : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        var id = content.Site.EditionId;
        var edition = content.Edition(id);
        if (problems.IsAbout($"editions/{id}/edition.yaml"))
        {
            // What it says cannot be told yet.
            return;
        }

        if (edition is not { Structure.Status: EditionStatus.Published, HasChecklist: true })
        {
            problems.Add(ProblemKind.EditionMissing, SiteFile.Name, 0, ("id", id));
            return;
        }

        foreach (var language in content.Site.Languages.Where(language => edition.Language(language.Code) is null))
        {
            problems.Add(ProblemKind.LanguageMissing, edition.File, edition.Map.LineOf("languages"), ("language", language.Code), ("file", SiteFile.Name));
        }
    }
}
