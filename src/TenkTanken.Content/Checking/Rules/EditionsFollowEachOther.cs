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
            if (previous is null ? !problems.IsAbout($"editions/{edition.Structure.Previous}/edition.yaml") : edition.IsOut && !previous.IsOut)
            {
                problems.Add(ProblemKind.PreviousMissing, edition.File, edition.Map.LineOf("previous"), ("id", edition.Structure.Previous!));
            }
            else if (Loops(edition, content))
            {
                problems.Add(ProblemKind.PreviousLoops, edition.File, edition.Map.LineOf("previous"));
            }
        }
    }

    private static bool Loops(EditionSource edition, ContentSource content)
    {
        var passed = new HashSet<string>();
        for (var at = edition; at is not null; at = content.Edition(at.Structure.Previous))
        {
            if (!passed.Add(at.Id))
            {
                return true;
            }
        }

        return false;
    }
}
