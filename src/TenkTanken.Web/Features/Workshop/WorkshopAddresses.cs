using TenkTanken.Content;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>Where the screens of a room are. A token stands in each.</summary>
internal static class WorkshopAddresses
{
    /// <summary>What screens follow: no page, and in no language.</summary>
    public const string Streams = "/rom";

    /// <summary>On a phone: nothing to answer with is shown.</summary>
    public const string OnlyLooksField = "se-pa";

    public static string Begin(Page trainers) => $"{trainers.Address}/{Addresses.Room}";

    public static string Trainer(Page trainers, string token) => $"{Begin(trainers)}/{Addresses.Steering}/{token}";

    /// <summary>The totals as a file, behind the trainer's address.</summary>
    public const string File = "svar.csv";

    public static string Totals(Page trainers, string token) => $"{Trainer(trainers, token)}/{File}";

    public static string Wall(Page trainers, string token) => $"{Begin(trainers)}/{Addresses.Wall}/{token}";

    public static string Join(Language language) => Addresses.Of(language.Code, Addresses.Join);

    public static string Phone(Language language, string token) => $"{Join(language)}/{token}";

    public static string Stream(string token) => $"{Streams}/{token}";
}
