using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Hosting.ContentFolder;

namespace TenkTanken.Web.Features.Editing;

/// <summary>Tells the pages of editors when anything has changed in the content folder.</summary>
internal sealed class ContentChanges
{
    public ContentChanges(LiveContent content, EventStreams streams)
    {
        Followed = new FollowedState(streams, new FollowedVersion(content.State.Version));
        content.Changed += Publish;
        // It may have changed in between.
        Publish();

        void Publish() => _ = Followed.PublishAsync(new FollowedVersion(content.State.Version));
    }

    public FollowedState Followed { get; }
}
