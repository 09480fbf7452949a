using System.Text.Json;

namespace TenkTanken.Content;

/// <summary>A part of a page under its label, «Vanlige forklaringer» for one.</summary>
public sealed record Part(PartKind Kind, Html Text)
{
    /// <summary>Of choices: what one may choose, each by itself and without a paragraph around it. Of other parts none.</summary>
    public IReadOnlyList<Html> Choices { get; init; } = [];
}

/// <summary>Every kind of part there is, in the order in which they are shown. In the content it is <c>::: why</c>.</summary>
public enum PartKind
{
    Say,
    Avoid,
    Line,
    Does,
    Seen,
    Why,
    Wonder,
    Ordinary,
    Choices,
    Next,
    Asks,
    AsksNot,
    Source,
    Aim,
    Question,
    Care,
}

public static class PartKinds
{
    private static readonly Dictionary<string, PartKind> ByName = Enum.GetValues<PartKind>().ToDictionary(Name);

    /// <summary>As it stands in the content: <c>asks-not</c>.</summary>
    public static string Name(this PartKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static Part The(this IEnumerable<Part> parts, PartKind kind) => parts.First(part => part.Kind == kind);

    /// <summary>Null where no part is called that.</summary>
    internal static PartKind? Named(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
