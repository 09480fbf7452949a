using TenkTanken.Content;
using TenkTanken.Content.Checking;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Features.Editing;

/// <summary>What <c>tenk check</c> says of the content folder, asked once for each change of it and each day.</summary>
internal sealed class FolderCheck(Settings settings, TimeProvider time)
{
    private readonly Lock _asking = new();
    private (string Version, DateOnly Day) _asked;
    private IReadOnlyList<Problem> _said = [];

    public IReadOnlyList<Problem> Of(ContentState content)
    {
        lock (_asking)
        {
            var asked = (content.Version, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
            if (asked != _asked)
            {
                (_said, _asked) = (ContentLoader.Check(settings.ContentFolder, asked.Item2), asked);
            }

            return _said;
        }
    }
}
