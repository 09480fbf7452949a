using TenkTanken.Content.Files;

namespace TenkTanken.Content.Checking.Rules;

/// <summary>Each edition says which one it came after, and that one is there. One that is out never came after a draft.</summary>
internal sealed class EditionsFollowEachOther : IRule
{
    public void Check(ContentSource content, ProblemList problems)
    {
        foreach (var edition in content.Editions.Where(edition => edition.Structure.Previous is not null))
        {
            var previous = content.Edition(edition.Structure.Previous);
            var isThere = previous is null
                ? problems.IsAbout($"editions/{edition.Structure.Previous}/edition.yaml")
                : previous.IsOut || !edition.IsOut || problems.Has(ProblemKind.NotAChoice, previous.File);
            if (!isThere)
            {
                problems.Add(ProblemKind.PreviousMissing, edition.File, edition.Map.LineOf("previous"), ("id", edition.Structure.Previous!));
            }
            else if (ComesBackTo(edition, content))
            {
                problems.Add(ProblemKind.PreviousLoops, edition.File, edition.Map.LineOf("previous"));
            }
        }
    }

    /// <summary>Of the ring itself only: one that leads into it has nothing to mend.</summary>
    private static bool ComesBackTo(EditionSource edition, ContentSource content)
    {
        var passed = new HashSet<string>();
        var at = edition;
        while (at is not null && passed.Add(at.Id))
        {
            at = content.Edition(at.Structure.Previous);
        }

        return at == edition;
    }
}
