namespace TenkTanken.Content.Checking;

/// <summary>Something in the content that an editor has to mend, with its place.</summary>
/// <param name="File">From the content folder down, with forward slashes.</param>
/// <param name="Line">From 1; 0 when it is the file as a whole.</param>
/// <param name="Details">What the message fills in.</param>
public sealed record Problem(ProblemKind Kind, string File, int Line, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The languages a problem can be told in; the first is the editors'.</summary>
    public static IReadOnlyList<string> Languages => ProblemMessages.Languages;

    /// <summary>Its kind stops the content elsewhere, and not here: see <see cref="Weight"/>.</summary>
    internal bool OnlyAdvisesHere { get; init; }

    /// <summary>False: worth mending, but what is there can be shown to readers as it is.</summary>
    public bool Blocks => !OnlyAdvisesHere && !Weight.IsAdvice(Kind);

    /// <summary>Where it is: <c>nb/checklist.md:14</c>.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}" : File;

    public string Wrong(string language) => ProblemMessages.In(language).Wrong(this);

    public string Remedy(string language) => ProblemMessages.In(language).Remedy(this);

    /// <summary>As an editor meets it: <c>nb/checklist.md:14  what is wrong and what to do</c>.</summary>
    public override string ToString() => $"{Place}  {Wrong(Languages[0])} {Remedy(Languages[0])}";
}
