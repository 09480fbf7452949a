namespace TenkTanken.Content;

/// <summary>Where pages stand. Addresses are for ever.</summary>
public static class Addresses
{
    /// <summary>The word before the name of an earlier edition, in every language: <c>/nb/utgaver/2016/tegn</c>.</summary>
    public const string Editions = "utgaver";

    /// <summary>The word behind a lesson's address for what is hers who gives it, in every language: <c>/nb/presentasjon/20-minutter/manus</c>.</summary>
    public const string Script = "manus";

    /// <summary>The word behind a lesson's address for the screen on the wall, and for whoever steers it, in every language. A token follows.</summary>
    public const string Wall = "skjerm";

    /// <inheritdoc cref="Wall"/>
    public const string Steering = "styring";

    /// <summary>The word behind the address of the page for those who teach, for a room that answers on its phones, in every language.</summary>
    public const string Room = "rom";

    /// <summary>Where a phone joins a room, in every language: it is typed, and stands in a picture that phones read.</summary>
    public const string Join = "bli-med";

    /// <param name="slug">Empty: the start page.</param>
    /// <param name="root">What stands before all of it: <see cref="ContentLibrary.Root"/>.</param>
    public static string Of(string language, string slug, string root = "") => $"{root}/{language}/{slug}";

    /// <param name="slug">Empty: the start page of the edition.</param>
    /// <param name="root">What stands before all of it: <see cref="ContentLibrary.Root"/>.</param>
    public static string InEdition(string language, string edition, string slug, string root = "") => $"{root}/{language}/{Editions}/{edition}/{slug}";
}
