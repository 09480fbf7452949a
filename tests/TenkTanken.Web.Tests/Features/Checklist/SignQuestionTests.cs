using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Hosting.Requests;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist;

public sealed class SignQuestionTests : BunitContext
{
    public SignQuestionTests()
    {
        Services.AddSingleton(TestContent.Library);
        Services.AddScoped<PageContext>();
        Services.AddSingleton(TestContent.NoFiles);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(SignAnswer.Noticed, "noticed")]
    [InlineData(SignAnswer.Unsure, "unsure")]
    [InlineData(SignAnswer.NotNoticed, "not-noticed")]
    public void Four_radios_stand_in_one_order_and_the_answer_is_set(SignAnswer? answer, string value)
    {
        var question = Render<SignQuestion>(parameters => parameters
            .Add(part => part.Sign, TestContent.Words.Checklist.Signs[0])
            .Add(part => part.Answer, answer));

        var radios = question.FindAll("input[type=radio][name=sign-fear-or-stress]");
        Assert.Equal(["noticed", "unsure", "not-noticed", ""], radios.Select(radio => radio.GetAttribute("value")));
        Assert.Equal(value, Assert.Single(radios, radio => radio.HasAttribute("checked")).GetAttribute("value"));
        Assert.Equal(["La merke til", "Usikker", "La ikke merke til", "Ikke tatt stilling"],
            question.FindAll(".choice").Select(choice => choice.TextContent.Trim()));
    }

    [Fact]
    public void The_guidance_is_in_the_page_from_the_start_so_that_no_script_is_needed()
    {
        var sign = TestContent.Words.Checklist.Signs[0];

        var question = Render<SignQuestion>(parameters => parameters.Add(part => part.Sign, sign));

        Assert.Equal(["why", "ordinary", "next"], question.FindAll(".guidance .part").Select(part => part.GetAttribute("data-part")));
    }
}
