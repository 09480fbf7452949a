namespace TenkTanken.Web.Features.Editing;

/// <summary>Where editors find what only they see.</summary>
internal static class EditingAddresses
{
    public const string Start = "/redaksjon";

    /// <summary>No edition can be called so: an id has no such line.</summary>
    public const string Stream = $"{Start}/_nytt";

    /// <summary>What all addresses of the draft begin with.</summary>
    public static string Of(string draft) => $"{Start}/{draft}";
}
