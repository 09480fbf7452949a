using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TenkTanken.Browser.Tests.RealContent;

/// <summary>
/// Pages that were found faultless, in the file that <c>tests/editors</c> names: it asks after each of many errands, and most of them
/// change few pages. One that differs from such a page in digits alone (a date, a phone number, the name of an edition) is not
/// asked again. Without the file every page is asked.
/// </summary>
internal static partial class AskedPages
{
    private static readonly string? File = Environment.GetEnvironmentVariable("TENKTANKEN_ASKED");
    private static readonly HttpClient Client = new();
    private static readonly Lock Writing = new();
    private static readonly HashSet<string> Before = File is not null && System.IO.File.Exists(File) ? [.. System.IO.File.ReadLines(File)] : [];

    public static async Task<bool> HasAsync(string address) => Before.Count > 0 && Before.Contains(await FingerprintAsync(address));

    public static async Task AddAsync(string address)
    {
        if (File is null)
        {
            return;
        }

        var line = await FingerprintAsync(address) + "\n";
        lock (Writing)
        {
            System.IO.File.AppendAllText(File, line);
        }
    }

    private static async Task<string> FingerprintAsync(string address)
    {
        var page = await Client.GetStringAsync(address);

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Digits().Replace(page, "0"))));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();
}
