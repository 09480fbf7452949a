using Xunit;

namespace TenkTanken.Content.Tests.RealContent;

/// <summary>The words readers get.</summary>
internal static class Real
{
    public static ContentLibrary Library { get; } = Load();

    private static ContentLibrary Load()
    {
        var loaded = ContentLoader.Load(Repository.RealContent);
        Assert.True(loaded.Library is not null,
            $"The content cannot be shown. Mend this first:\n{string.Join('\n', loaded.Problems.Where(problem => problem.Blocks))}");

        return loaded.Library;
    }
}
