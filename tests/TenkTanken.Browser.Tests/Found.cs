using Xunit;

namespace TenkTanken.Browser.Tests;

/// <summary>Says in full what was found, where an assertion of the framework would cut it short.</summary>
internal static class Found
{
    public static void Nothing(IReadOnlyCollection<string> found) =>
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found.Select(finding => finding.ReplaceLineEndings(" ")))}");
}
