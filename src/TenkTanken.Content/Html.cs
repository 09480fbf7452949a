namespace TenkTanken.Content;

/// <summary>Markup that has been through the one Markdown pipeline and the sanitiser, and may be shown as it is.</summary>
public readonly record struct Html(string Value)
{
    public static readonly Html Empty = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Value);
}
