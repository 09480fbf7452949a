using System.Text.RegularExpressions;
using TenkTanken.Content.Checking;

namespace TenkTanken.Content;

/// <summary>Ids are for ever: English kebab-case, the same in every language, never used again for something else.</summary>
public static partial class Ids
{
    /// <summary>A saved session stores ids in a blob of fixed length; this is what lets twelve full rounds fit.</summary>
    public const int MaxLength = 40;

    public static bool IsWellFormed(string id) => id.Length <= MaxLength && KebabCase().IsMatch(id);

    internal static void Check(string id, string file, int line, ProblemList problems)
    {
        if (!IsWellFormed(id))
        {
            problems.Add(ProblemKind.IdBroken, file, line, ("id", id), ("limit", $"{MaxLength}"));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex KebabCase();
}
